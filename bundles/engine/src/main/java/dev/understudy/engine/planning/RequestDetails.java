package dev.understudy.engine.planning;

import dev.understudy.engine.imagemap.ImageMap;
import dev.understudy.engine.imagemap.LayerMaps;
import dev.understudy.engine.mediaset.MediaSet;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.SavePath;
import dev.understudy.engine.request.RawRequest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request of one type is about besides an image and the objects that it names. */
public sealed interface RequestDetails {

    /** No details, as for most types. */
    RequestDetails NONE = new Nothing();

    /** The details of requests that have none. */
    record Nothing() implements RequestDetails {}

    /**
     * The request for an image that has vector images in it, which can take images from requests of their own.
     *
     * @param raw the request, which is asked what those may use
     */
    record OfVectors(RawRequest raw) implements RequestDetails {}

    /**
     * The request with everything filled in, for {@code req=resolve}.
     *
     * @param text the request
     */
    record Resolved(String text) implements RequestDetails {}

    /**
     * What a client has to say, for {@code req=message}.
     *
     * @param text as it is sent, decoded
     */
    record Message(String text) implements RequestDetails {}

    /**
     * Where the image goes, for {@code req=saveToFile}.
     *
     * @param file the file, below the folder of its catalog
     * @param timeout the time that saving may take; null for that of the settings
     */
    record Saving(SavePath file, @Nullable Duration timeout) implements RequestDetails {}

    /**
     * A set, for {@code req=set}.
     *
     * @param set the set
     * @param templates the images of its records without a file, by the names of the records
     * @param labelKey the property of user data that labels are taken from; empty for none
     */
    record OfSet(MediaSet set, Map<String, ImagePlan> templates, String labelKey) implements RequestDetails {

        public OfSet {
            templates = Map.copyOf(templates);
        }
    }

    /**
     * The image map of a record as it is written, for {@code req=map}.
     *
     * @param text the elements
     * @param map what they say; empty for a reply that is the text
     */
    record WrittenMap(String text, ImageMap map) implements RequestDetails {}

    /**
     * The image maps that are put together for {@code req=map}.
     *
     * @param maps those of the layers
     */
    record OfMaps(LayerMaps maps) implements RequestDetails {}

    /**
     * A set of videos, for {@code req=mbrSet}.
     *
     * @param set the set
     * @param format the kind of list
     */
    record OfVideos(MediaSet set, VideoListFormat format) implements RequestDetails {}
}
