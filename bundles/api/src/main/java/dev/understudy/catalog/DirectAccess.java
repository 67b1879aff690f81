package dev.understudy.catalog;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which kinds of objects may be asked for by the paths of their files, without a record.
 *
 * <p>Source: the reference's page on AllowDirectAccess.
 *
 * @param allowed the kinds that may
 */
public record DirectAccess(Set<Kind> allowed) {

    /** A kind of file that a path can lead to, named as in the reference. */
    public enum Kind {
        /** Vector images. */
        SVG,
        /** Images. */
        IS,
        /** Static content. */
        STATIC,
        FXG,
        FLA,
        IR_VNT,
        IR_MAT
    }

    /** Everything by its path. */
    public static final DirectAccess ALL = new DirectAccess(EnumSet.allOf(Kind.class));

    /** Direct access to no file at all: records only. */
    public static final DirectAccess NONE = new DirectAccess(Set.of());

    private static final String INCLUDE = "include";
    private static final String EXCLUDE = "exclude";

    public DirectAccess {
        allowed = Set.copyOf(allowed);
    }

    /**
     * Reads {@code include:} or {@code exclude:} and kinds separated by commas; without either word, {@code include:} is
     * meant, so that nothing at all allows nothing.
     *
     * @throws IllegalArgumentException when there is another word, or a kind that does not exist
     */
    static DirectAccess parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? INCLUDE : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (!word.equals(INCLUDE) && !word.equals(EXCLUDE)) {
            throw new IllegalArgumentException(word);
        }
        Set<Kind> named = kinds(text.substring(colon + 1));
        return word.equals(EXCLUDE)
                ? new DirectAccess(Arrays.stream(Kind.values())
                        .filter(kind -> !named.contains(kind))
                        .collect(Collectors.toUnmodifiableSet()))
                : new DirectAccess(named);
    }

    private static Set<Kind> kinds(String list) {
        return list.isBlank()
                ? Set.of()
                : Arrays.stream(list.split(",", -1))
                        .map(name -> Kind.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether objects of this kind may be asked for by path. */
    public boolean allows(Kind kind) {
        return allowed.contains(kind);
    }

    /** As an attribute has it. */
    @Override
    public String toString() {
        return equals(ALL)
                ? EXCLUDE + ":"
                : allowed.stream().sorted().map(Kind::name).collect(Collectors.joining(",", INCLUDE + ":", ""));
    }
}
