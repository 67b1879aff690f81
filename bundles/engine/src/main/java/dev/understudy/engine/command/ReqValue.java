package dev.understudy.engine.command;

import dev.understudy.failure.ErrorForm.Syntax;
import dev.understudy.protocol.properties.PropertyWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code req=}.
 *
 * @param type what is asked for
 * @param syntax the form of the reply
 * @param charset the reply's character set, null for UTF-8
 */
public record ReqValue(
        RequestType type, Syntax syntax, @Nullable String charset) {

    /** What a request without {@code req=} asks for. */
    public static final ReqValue IMG = new ReqValue(RequestType.IMG, Syntax.PLAIN, null);

    static ReqValue parse(String text) {
        String[] items = Numbers.items(text, 1, 3);
        RequestType type = RequestType.of(items[0]).orElseThrow(IllegalArgumentException::new);
        if (type.forms().contains(Syntax.PLAIN)) {
            return new ReqValue(type, Syntax.PLAIN, null);
        }
        Syntax syntax = items.length == 1 || items[1].isEmpty()
                ? type.forms().get(0)
                : Syntax.of(items[1]).orElseThrow(IllegalArgumentException::new);
        if (!type.forms().contains(syntax)) {
            throw new IllegalArgumentException("no form of this type");
        }
        return new ReqValue(type, syntax, items.length < 3 ? null : charset(items[2]));
    }

    /** What can be made out of a value that is wrong: whoever asks in a form that is read is answered in it. */
    public static ReqValue guess(String text) {
        String[] items = text.split(",", -1);
        Optional<RequestType> type = RequestType.of(items[0].strip());
        List<Syntax> forms = type.map(RequestType::forms).orElse(List.of());
        Syntax syntax = Syntax.ofError(items.length < 2 ? "" : items[1].strip(), forms);
        return new ReqValue(type.orElse(RequestType.IMG), syntax, items.length < 3 ? null : items[2].strip());
    }

    private static String charset(String name) {
        return PropertyWriter.CHARSETS.stream()
                .filter(charset -> charset.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new)
                .name();
    }
}
