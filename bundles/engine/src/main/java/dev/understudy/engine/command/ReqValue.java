package dev.understudy.engine.command;

import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.protocol.command.RequestedForm;
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
        RequestType type, PropertySyntax syntax, @Nullable String charset) {

    /** The value of a request without {@code req=}. */
    public static final ReqValue IMG = new ReqValue(RequestType.IMG, PropertySyntax.PLAIN, null);

    static ReqValue parse(String text) {
        RequestedForm requested = RequestedForm.parse(text);
        RequestType type = RequestType.of(requested.type()).orElseThrow(IllegalArgumentException::new);
        return type.forms().contains(PropertySyntax.PLAIN)
                ? new ReqValue(type, PropertySyntax.PLAIN, null)
                : new ReqValue(type, requested.syntax(type.forms()), requested.knownCharset());
    }

    /** The value as far as it makes sense when it is wrong: whoever asks in a form that is read is answered in it. */
    public static ReqValue guess(String text) {
        RequestedForm requested = RequestedForm.guess(text);
        Optional<RequestType> type = RequestType.of(requested.type());
        PropertySyntax syntax =
                requested.errorSyntax(type.map(RequestType::forms).orElse(List.of()));
        return new ReqValue(type.orElse(RequestType.IMG), syntax, requested.charset());
    }
}
