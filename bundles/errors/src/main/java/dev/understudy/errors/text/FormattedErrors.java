package dev.understudy.errors.text;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ErrorRenderer;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The last rung of the ladder: the same code, title and message in every form.
 *
 * <p>Source: the reference's pages on errors, properties, ErrorDetail and ErrorImage.
 */
public final class FormattedErrors implements ErrorRenderer {

    @Override
    public Reply text(Failure failure, ErrorForm form, StatusPolicy policy, int detail) {
        Wording wording = Wording.of(failure, detail);
        return Reply.of("text/plain;charset=utf-8", wording.message().getBytes(StandardCharsets.UTF_8))
                .withStatus(failure.kind().status(policy))
                .withStandIn(new StandIn(StandIn.Kind.TEXT, failure.kind()));
    }

    @Override
    public Map<String, String> variables(Failure failure, StatusPolicy policy, int detail) {
        Wording wording = Wording.withoutStackTrace(failure, detail);
        return Map.of(
                "error.title", wording.title(),
                "error.message", wording.message(),
                "error.code", wording.code(),
                "error.status", Integer.toString(failure.kind().status(policy)));
    }
}
