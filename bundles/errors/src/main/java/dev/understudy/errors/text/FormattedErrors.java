package dev.understudy.errors.text;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.protocol.properties.PropertyWriter;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last rung of the ladder: the same code, title and message in every form.
 *
 * <p>Source: the reference's pages on errors, properties, ErrorDetail and ErrorImage.
 */
public final class FormattedErrors implements ErrorRenderer {

    private final InstantSource clock;

    public FormattedErrors(InstantSource clock) {
        this.clock = clock;
    }

    /** A browser runs a script only when its status says success, so an error in JSON, which is a script, has status 200. */
    @Override
    public Reply text(Failure failure, ErrorForm form, StatusPolicy policy, int detail) {
        ErrorText errorText = ErrorText.of(failure, detail);
        Reply reply = form.syntax() == ErrorForm.PropertySyntax.PLAIN ? plain(errorText) : properties(errorText, form);
        return reply.withStatus(
                        form.syntax() == ErrorForm.PropertySyntax.JSON
                                ? 200
                                : failure.kind().status(policy))
                .withStandIn(new StandIn(StandIn.Kind.TEXT, failure.kind()));
    }

    @Override
    public Map<String, String> variables(Failure failure, StatusPolicy policy, int detail) {
        ErrorText errorText = ErrorText.withoutStackTrace(failure, detail);
        return Map.of(
                "error.title", errorText.title(),
                "error.message", errorText.message(),
                "error.code", errorText.code(),
                "error.status", Integer.toString(failure.kind().status(policy)));
    }

    private static Reply plain(ErrorText errorText) {
        return Reply.of("text/plain;charset=utf-8", errorText.message().getBytes(StandardCharsets.UTF_8));
    }

    private Reply properties(ErrorText errorText, ErrorForm form) {
        String object = form.syntax() == ErrorForm.PropertySyntax.JSON ? "" : "error.";
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(object + "message", errorText.message());
        properties.put(object + "title", errorText.title());
        properties.put(object + "code", errorText.code());
        return PropertyWriter.write(properties, form, PropertyWriter.Outcome.ERROR, clock.instant());
    }
}
