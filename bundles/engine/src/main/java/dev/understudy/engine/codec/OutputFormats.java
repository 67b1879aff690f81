package dev.understudy.engine.codec;

import dev.understudy.engine.command.FormatChoice;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.Encoder;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The formats that {@code fmt=} can name: those of the encoders that are there.
 *
 * <p>Source: the reference's page on fmt.
 */
public final class OutputFormats {

    /** What is written without a codec. */
    public static final OutputFormats NONE = new OutputFormats(Map.of(), Map.of());

    /** The formats of the reference, which another server may write when nobody here does. */
    private static final Set<String> OF_THE_REFERENCE = Set.of(
            "avif",
            "avif-alpha",
            "eps",
            "f4m",
            "gif",
            "gif-alpha",
            "heic",
            "jpeg",
            "jpeg2000",
            "jpeg2000-alpha",
            "jpegxr",
            "jpegxr-alpha",
            "jpg",
            "m3u8",
            "pdf",
            "pjpeg",
            "png",
            "png-alpha",
            "png8",
            "png8-alpha",
            "swf",
            "swf-alpha",
            "swf3",
            "swf3-alpha",
            "tif",
            "tif-alpha",
            "web-alpha",
            "webp",
            "webp-alpha");

    /** The color models that images are drawn in, as {@code fmt=} spells them. */
    private static final Map<Samples, String> DRAWN = new LinkedHashMap<>();

    static {
        DRAWN.put(Samples.RGB, "rgb");
        DRAWN.put(Samples.GRAY, "gray");
        DRAWN.put(Samples.CMYK, "cmyk");
    }

    private final Map<String, Writer> byName;
    private final Map<String, OutputFormat> bySpelling;

    /**
     * A format and who writes it.
     *
     * @param encoder who writes it
     * @param format one of the encoder's formats
     */
    public record Writer(Encoder encoder, OutputFormat format) {}

    private OutputFormats(Map<String, Writer> byName, Map<String, OutputFormat> bySpelling) {
        this.byName = byName;
        this.bySpelling = bySpelling;
    }

    /** The formats of these encoders and of more, as far as their names are not taken. */
    OutputFormats and(List<Encoder> encoders) {
        Map<String, Writer> writers = new LinkedHashMap<>(byName);
        Map<String, OutputFormat> spellings = new HashMap<>(bySpelling);
        for (Encoder encoder : encoders) {
            for (OutputFormat format : encoder.formats()) {
                if (!spellings.containsKey(format.name())) {
                    writers.put(format.name(), new Writer(encoder, format));
                    spellings.put(format.name(), format);
                    format.aliases().forEach(alias -> spellings.putIfAbsent(alias, format));
                }
            }
        }
        return new OutputFormats(writers, spellings);
    }

    /** The names of all formats, and no other spellings of them. */
    public List<String> all() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Who writes a format.
     *
     * @param name its name, not one of its other spellings
     * @throws ServeException when nobody does
     */
    public Writer writer(String name) throws ServeException {
        Writer writer = byName.get(name);
        if (writer == null) {
            throw unsupported(name);
        }
        return writer;
    }

    /**
     * What a value of {@code fmt=} comes to.
     *
     * @throws ServeException when there is no such format, or it is not written in the way that is asked for
     */
    public ResolvedFormat resolve(FormatChoice choice) throws ServeException {
        OutputFormat format = bySpelling.get(choice.name());
        if (format == null) {
            throw OF_THE_REFERENCE.contains(choice.name())
                    ? unsupported(choice.name())
                    : invalid(
                            choice, "one of " + names() + ", then rgb, gray or cmyk, then a compression of the format");
        }
        Compression compression = format.compression(choice.compression())
                .orElseThrow(
                        () -> invalid(choice, "as the third value of " + format.name() + " " + compressions(format)));
        List<String> drawn = drawn(format);
        if (choice.samples() != null && !drawn.contains(DRAWN.get(choice.samples()))) {
            throw new ServeException(new Failure.Unsupported("fmt=" + choice + " is not supported; "
                    + (drawn.size() == 1 ? drawn.get(0) + " is" : listed(drawn) + " are")));
        }
        return new ResolvedFormat(format, compression, choice.samples());
    }

    /** Whether a value of {@code fmt=} can be written. */
    public boolean writes(FormatChoice choice) {
        try {
            resolve(choice);
            return true;
        } catch (ServeException e) {
            return false;
        }
    }

    private ServeException unsupported(String name) {
        return new ServeException(new Failure.Unsupported("fmt=" + name + " is not supported; these are: " + names()));
    }

    private static ServeException invalid(FormatChoice choice, String allowed) {
        return new ServeException(new Failure.InvalidParameter("fmt", choice.toString(), allowed));
    }

    /** Codecs start in any order. */
    private String names() {
        return String.join(", ", new TreeSet<>(byName.keySet()));
    }

    private static String compressions(OutputFormat format) {
        return format.compressions().stream().map(Compression::name).collect(Collectors.joining(" or "));
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static List<String> drawn(OutputFormat format) {
        List<String> drawn = new ArrayList<>(DRAWN.values());
        DRAWN.forEach((samples, name) -> {
            if (!format.samples().contains(samples)) {
                drawn.remove(name);
            }
        });
        return drawn;
    }
}
