package dev.understudy.protocol.command;

import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.protocol.properties.PropertyWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code req=}, by its items: a type of request, the form of the reply, and the reply's character set. Names of types
 * are left to those who have such types.
 *
 * <p>Source: the reference's page on req.
 *
 * @param type the name of the type
 * @param form the name of the form; empty for the usual form of the type
 * @param charset the name of the character set; null for UTF-8
 */
public record RequestedForm(
        String type, String form, @Nullable String charset) {

    private static final int ITEMS = 3;

    /**
     * Reads a value.
     *
     * @param text decoded
     * @throws IllegalArgumentException when there are more than three items
     */
    public static RequestedForm parse(String text) {
        if (text.split(",", -1).length > ITEMS) {
            throw new IllegalArgumentException("more than " + ITEMS + " values");
        }
        return guess(text);
    }

    /** Reads as much of a value as there is, whatever is wrong with it: for the form of errors. */
    public static RequestedForm guess(String text) {
        String[] items = text.split(",", -1);
        return new RequestedForm(
                items[0].strip(),
                items.length < 2 ? "" : items[1].strip(),
                items.length < ITEMS ? null : items[2].strip());
    }

    /**
     * The form of a reply.
     *
     * @param forms the forms of the type, the usual one first
     * @throws IllegalArgumentException when the type has no form of that name
     */
    public PropertySyntax syntax(List<PropertySyntax> forms) {
        if (form.isEmpty()) {
            return forms.get(0);
        }
        return PropertySyntax.of(form)
                .filter(forms::contains)
                .orElseThrow(() -> new IllegalArgumentException("no form of this type"));
    }

    /**
     * The form of an error: the one asked for, if the type has it, else the usual one.
     *
     * @param forms the forms of the type, the usual one first; none when nobody knows the type, which then has all of them
     */
    public PropertySyntax errorSyntax(List<PropertySyntax> forms) {
        return PropertySyntax.of(form)
                .filter(syntax -> forms.isEmpty() || forms.contains(syntax))
                .orElse(forms.isEmpty() ? PropertySyntax.PLAIN : forms.get(0));
    }

    /**
     * The name of the character set as Java spells it; null for UTF-8.
     *
     * @throws IllegalArgumentException when no reply is written in that character set
     */
    public @Nullable String knownCharset() {
        if (charset == null) {
            return null;
        }
        return PropertyWriter.CHARSETS.stream()
                .filter(known -> known.name().equalsIgnoreCase(charset))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no character set of replies"))
                .name();
    }
}
