package dev.understudy.tools.validate;

import dev.understudy.engine.codec.DecoderChoice;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import java.awt.color.ICC_Profile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks image files by the decoders that the server reads them with, as strictly as the server does.
 *
 * <p>Source: the reference's page on the utility validate.
 *
 * @param decoders those of the server
 * @param kinds the kinds of files that are wanted
 * @param pixels whether every pixel is decoded, at every size that the file has; else the header alone is looked at
 * @param profile whether an embedded color profile has to be sound
 * @param eightBits whether more than 8 bits a sample are refused
 */
record ImageFileCheck(List<Decoder> decoders, Set<Kind> kinds, boolean pixels, boolean profile, boolean eightBits) {

    private static final int EIGHT_BITS = 8;

    /** The part of Java's memory that decoding may take at a time. */
    private static final int SHARE = 2;

    /** A kind of file that is asked for. */
    enum Kind {
        JPEG,
        PYRAMID_TIFF,
        ANY;

        private @Nullable String trouble(ImageInfo info) {
            return switch (this) {
                case ANY -> null;
                case JPEG -> info.format().equals("jpeg") ? null : "of the format " + info.format() + ", not jpeg";
                case PYRAMID_TIFF ->
                    !info.format().equals("tiff")
                            ? "of the format " + info.format() + ", not tiff"
                            : info.smallerInFile() > 1 ? null : "TIFF, but no pyramid: no smaller image is in the file";
            };
        }
    }

    /**
     * Checks a file.
     *
     * @return what it is
     * @throws ServeException when it is not valid
     */
    ImageInfo check(Source source) throws ServeException {
        Decoder decoder = DecoderChoice.of(decoders, source);
        ImageInfo info = decoder.inspect(source, Tolerance.STRICT);
        List<@Nullable String> troubles =
                kinds.stream().<@Nullable String>map(kind -> kind.trouble(info)).toList();
        if (!troubles.contains(null)) {
            throw invalid(source, String.valueOf(troubles.get(0)));
        }
        if (eightBits && info.bitsPerSample() > EIGHT_BITS) {
            throw invalid(source, "of " + info.bitsPerSample() + " bits a sample, and 8 are allowed");
        }
        if (profile && info.profile()) {
            checkProfile(source, info, decoder.profile(source, Tolerance.STRICT));
        }
        if (pixels) {
            for (int reduction = 1; reduction <= info.smallerInFile(); reduction *= 2) {
                decode(source, decoder, info, reduction);
            }
        }
        return info;
    }

    private static void checkProfile(Source source, ImageInfo info, @Nullable ColorProfile found)
            throws ServeException {
        if (found == null) {
            throw corruptProfile(source, "it cannot be read", null);
        }
        int components;
        try {
            components = ICC_Profile.getInstance(found.bytes()).getNumComponents();
        } catch (IllegalArgumentException e) {
            throw corruptProfile(source, "it is no ICC profile", e);
        }
        int planes = info.samples() == Samples.YCC
                ? Samples.RGB.planes()
                : info.samples().planes();
        if (components != planes) {
            throw corruptProfile(source, "it is for " + components + " components, the image has " + planes, null);
        }
    }

    /** Decodes a whole image; one that does not fit into memory in parts of full width. */
    private static void decode(Source source, Decoder decoder, ImageInfo info, int reduction) throws ServeException {
        long room = Runtime.getRuntime().maxMemory() / SHARE;
        int rows = info.height();
        while (rows > reduction && decoder.memory(info, part(info, 0, rows, reduction)) > room) {
            rows = Math.max(reduction, rows / 2);
        }
        for (int y = 0; y < info.height(); y += rows) {
            decoder.decode(source, part(info, y, Math.min(rows, info.height() - y), reduction));
        }
    }

    private static DecodeRequest part(ImageInfo info, int y, int rows, int reduction) {
        boolean whole = rows == info.height();
        return new DecodeRequest(whole ? null : new Region(0, y, info.width(), rows), reduction, Tolerance.STRICT);
    }

    private static ServeException invalid(Source source, String detail) {
        return new ServeException(new Failure.UnsupportedSource(
                FailureKind.SOURCE_UNSUPPORTED, source.key().toString(), detail));
    }

    private static ServeException corruptProfile(Source source, String detail, @Nullable Throwable cause) {
        return new ServeException(
                new Failure.Corrupt(FailureKind.PROFILE_CORRUPT, source.key().toString(), detail, cause));
    }
}
