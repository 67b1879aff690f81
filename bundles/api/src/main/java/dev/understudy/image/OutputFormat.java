package dev.understudy.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value of {@code fmt=} that an {@link Encoder} writes. A file format can be several of them: {@code png} and
 * {@code png-alpha} are. Made with {@link #of} and the methods that change one thing, so that more can be said of formats in
 * later versions.
 *
 * @param name the lower-case name that messages show: letters, digits and {@code . _ + -}
 * @param aliases other ways to spell it
 * @param mediaType the type of the reply, such as {@code image/png}
 * @param alpha whether transparency is kept; where it is not, the image lies on its background color
 * @param samples the color models that can be asked for: RGB, GRAY, CMYK; never YCC
 * @param compressions what can be chosen; the first one is the usual one
 * @param options what else it heeds
 */
public record OutputFormat(
        String name,
        List<String> aliases,
        String mediaType,
        boolean alpha,
        Set<Samples> samples,
        List<Compression> compressions,
        Set<FormatOption> options) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._+-]{0,39}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]*");

    public OutputFormat {
        aliases = List.copyOf(aliases);
        samples = Set.copyOf(samples);
        compressions = List.copyOf(compressions);
        options = Set.copyOf(options);
        requireName(name);
        aliases.forEach(OutputFormat::requireName);
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("'" + mediaType + "' is not a media type such as image/png");
        }
        if (!samples.contains(Samples.RGB) || samples.contains(Samples.YCC)) {
            throw new IllegalArgumentException("the color models of " + name + " are " + samples
                    + "; RGB must be among them and YCC not, which is said of a compression");
        }
        if (compressions.isEmpty()) {
            throw new IllegalArgumentException(name + " has no compression; Compression.NONE stands for no choice");
        }
    }

    /** An opaque format of RGB and gray that loses nothing and leaves no choice of compression. */
    public static OutputFormat of(String name, String mediaType) {
        return new OutputFormat(
                name,
                List.of(),
                mediaType,
                false,
                EnumSet.of(Samples.RGB, Samples.GRAY),
                List.of(Compression.NONE),
                Set.of());
    }

    /** The same format, also spelled otherwise. */
    public OutputFormat withAlias(String alias) {
        List<String> more = new ArrayList<>(aliases);
        more.add(alias);
        return new OutputFormat(name, more, mediaType, alpha, samples, compressions, options);
    }

    /** The same format under another name alone, keeping transparency. */
    public OutputFormat withAlpha(String newName) {
        return new OutputFormat(newName, List.of(), mediaType, true, samples, compressions, options);
    }

    /** The same format for other color models. */
    public OutputFormat withSamples(Samples first, Samples... others) {
        return new OutputFormat(name, aliases, mediaType, alpha, EnumSet.of(first, others), compressions, options);
    }

    /** The same format with other compressions, the usual one first. */
    public OutputFormat withCompressions(Compression... newCompressions) {
        return new OutputFormat(name, aliases, mediaType, alpha, samples, Arrays.asList(newCompressions), options);
    }

    /** The same format, heeding these options and no others. */
    public OutputFormat withOptions(FormatOption first, FormatOption... others) {
        return new OutputFormat(name, aliases, mediaType, alpha, samples, compressions, EnumSet.of(first, others));
    }

    /** Whether the format heeds an option. */
    public boolean heeds(FormatOption option) {
        return options.contains(option);
    }

    /**
     * The compression of a name, without regard to case. The usual one has the empty name, too, and {@code none} where no other
     * is called that: the reference has it for every format.
     */
    public Optional<Compression> compression(String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        Optional<Compression> named = compressions.stream()
                .filter(compression -> compression.name().equals(lower))
                .findFirst();
        boolean usual = lower.isEmpty() || lower.equals(Compression.NONE.name());
        return named.isEmpty() && usual ? Optional.of(compressions.get(0)) : named;
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name
                    + "' is no name of a format or compression; allowed: lower-case letters a-z, digits and . _ + -");
        }
    }
}
