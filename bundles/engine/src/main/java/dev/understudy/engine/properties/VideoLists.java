package dev.understudy.engine.properties;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.engine.mediaset.ContentObject;
import dev.understudy.engine.mediaset.MediaSet;
import dev.understudy.engine.mediaset.SetMember;
import dev.understudy.engine.planning.RequestDetails;
import dev.understudy.engine.planning.VideoListFormat;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.properties.DataNode;
import dev.understudy.protocol.properties.DataWriter;
import dev.understudy.protocol.syntax.PercentCoding;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lists of the same video in several bit rates: {@code req=mbrSet}.
 *
 * <p>Source: the reference's page on mbrSet. That playlists name playlists (a period and m3u8 after each file) is what players of such
 * streams want.
 */
final class VideoLists {

    private static final String MP4 = "mp4";
    private static final String F4V = "f4v";
    private static final long KILO = 1000;
    private static final String PLAYLIST_TYPE = "application/vnd.apple.mpegurl";
    private static final String MANIFEST_TYPE = "application/f4m+xml";

    private VideoLists() {}

    /**
     * The list; an empty reply when the set has no video for it.
     *
     * @param catalog says where streams are served
     * @throws ServeException when the catalog does not say so
     */
    static Reply of(RequestDetails.OfVideos details, Catalog catalog, ErrorForm form) throws ServeException {
        boolean playlist = details.format() == VideoListFormat.M3U8;
        List<ContentObject> videos = playlist ? videos(details.set(), MP4, F4V) : videos(details.set(), F4V, MP4);
        if (videos.isEmpty()) {
            return Reply.of(playlist ? PLAYLIST_TYPE : MANIFEST_TYPE, new byte[0]);
        }
        Attribute<String> context =
                playlist ? Attributes.HTTP_APPLE_STREAMING_CONTEXT : Attributes.HTTP_FLASH_STREAMING_CONTEXT;
        String prefix = catalog.get(context).strip();
        if (prefix.isEmpty()) {
            throw new ServeException(new Failure.Unsupported(
                    "req=mbrSet with fmt=" + (playlist ? "m3u8" : "f4m") + " wants " + context + " in the catalog"));
        }
        String base = prefix.endsWith("/") ? prefix : prefix + "/";
        return playlist
                ? Reply.of(PLAYLIST_TYPE, playlist(videos, base).getBytes(StandardCharsets.UTF_8))
                : DataWriter.document(manifest(videos, base), form, MANIFEST_TYPE);
    }

    /** The videos of one suffix that have a bit rate; of the other one when there are none. */
    private static List<ContentObject> videos(MediaSet set, String suffix, String otherwise) {
        List<ContentObject> wanted = videos(set, suffix);
        return wanted.isEmpty() ? videos(set, otherwise) : wanted;
    }

    private static List<ContentObject> videos(MediaSet set, String suffix) {
        return set.members().stream()
                .map(SetMember::content)
                .filter(SetMember.Medium.class::isInstance)
                .map(content -> ((SetMember.Medium) content).object())
                .filter(video -> video.bitRate() > 0 && video.suffix().equals(suffix))
                .toList();
    }

    private static String playlist(List<ContentObject> videos, String base) {
        return videos.stream()
                .map(video -> "#EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=" + video.bitRate() + "\n" + base
                        + PercentCoding.encode(video.path()) + ".m3u8\n")
                .collect(Collectors.joining("", "#EXTM3U\n", ""));
    }

    private static DataNode manifest(List<ContentObject> videos, String base) {
        DataNode manifest = DataNode.of("manifest").value("xmlns", "http://ns.adobe.com/f4m/1.0");
        videos.forEach(video -> manifest.part(DataNode.of("media")
                .value("url", base + PercentCoding.encode(video.path()))
                .value("bitrate", String.valueOf(video.bitRate() / KILO))));
        return manifest;
    }
}
