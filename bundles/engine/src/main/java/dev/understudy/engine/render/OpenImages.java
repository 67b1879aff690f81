package dev.understudy.engine.render;

import dev.understudy.engine.codec.DecoderChoice;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.quarantine.DecodingStage;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.warm.WarmSources;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The image files of one request, each opened once however many layers use it. */
final class OpenImages implements AutoCloseable {

    private final SourceAccess access;
    private final List<Decoder> decoders;
    private final long maxPixels;
    private final FailedSources failed;
    private final DecodingStage goal;
    private final WarmSources warm;
    private final EmbeddedFiles embedded;
    private final List<Source> sources = new ArrayList<>();
    private final Map<ImageFile, OpenImage> images = new LinkedHashMap<>();

    /**
     * No images yet.
     *
     * @param failed the sources known to be bad
     * @param goal the step at which an image that is known to fail is refused when it is opened
     * @param warm the sources that need not be decoded
     * @param embedded what vector images take from requests
     */
    OpenImages(
            SourceAccess access,
            List<Decoder> decoders,
            long maxPixels,
            FailedSources failed,
            DecodingStage goal,
            WarmSources warm,
            EmbeddedFiles embedded) {
        this.embedded = embedded;
        this.warm = warm;
        this.failed = failed;
        this.goal = goal;
        this.access = access;
        this.decoders = decoders;
        this.maxPixels = maxPixels;
    }

    /**
     * The image of a name.
     *
     * @throws ServeException when it cannot be opened, is of no known format, is damaged, or is too large
     */
    OpenImage open(ImageFile file) throws ServeException {
        OpenImage known = images.get(file);
        if (known != null) {
            return known;
        }
        Source opened = access.open(file.key());
        Tolerance tolerance = file.tolerance();
        sources.add(opened);
        Source source = FilledSource.of(opened, file, embedded);
        failed.check(source, tolerance, goal);
        Decoder decoder =
                failed.attempt(source, tolerance, DecodingStage.HEAD, () -> DecoderChoice.of(decoders, source));
        ImageInfo info =
                failed.attempt(source, tolerance, DecodingStage.HEAD, () -> decoder.inspect(source, tolerance));
        // of a pyramid, the limit is for what is read, at the least its smallest image; memory has its own
        long smallest = info.area() / info.smallerInFile() / info.smallerInFile();
        if (smallest > maxPixels) {
            throw new ServeException(new Failure.TooLarge(
                    "'" + file.key() + "', " + info.width() + " x " + info.height() + " pixels,",
                    "MaxNonDsfSize, " + maxPixels + " pixels"));
        }
        OpenImage image = new OpenImage(source, decoder, info, file, failed, warm);
        images.put(file, image);
        return image;
    }

    /**
     * The image of a name, for one who draws it.
     *
     * @throws ServeException as {@link #open}
     */
    OpenImage openToDraw(ImageFile file) throws ServeException {
        OpenImage image = open(file);
        image.shared().addPainter();
        return image;
    }

    /** Bytes that it takes at most to keep what several layers show; known once the memory for drawing has been counted. */
    long sharedBytes() {
        return images.values().stream()
                .mapToLong(image -> image.shared().bytes())
                .sum();
    }

    /** Has what several layers show be decoded once, as far as possible. */
    void keepShared() {
        images.values().forEach(image -> image.shared().keep());
    }

    /** Lets go of what was kept. */
    void releaseShared() {
        images.values().forEach(image -> image.shared().release());
    }

    /** The states of the files that were opened, each once. */
    List<Stamp> stamps() {
        return sources.stream().map(Source::stamp).distinct().toList();
    }

    /** One that has been written to while it was read; null when there is none. */
    @Nullable
    Source overwritten() {
        return sources.stream().filter(Source::overwritten).findFirst().orElse(null);
    }

    @Override
    public void close() {
        sources.forEach(Source::close);
    }
}
