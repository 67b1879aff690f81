package com.example.understudy.errors;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Errors as HTML, where they are for people. Those in XML, JSON and so on are left to the renderer of the next lower ranking, which
 * also says what the catalog lets be told.
 */
@Component(property = "service.ranking:Integer=100")
public final class HtmlErrors implements ErrorRenderer {

    private static final String OTHERS = "(!(component.name=com.example.understudy.errors.HtmlErrors))";

    private final ErrorRenderer others;

    @Activate
    public HtmlErrors(@Reference(target = OTHERS, policyOption = ReferencePolicyOption.GREEDY) ErrorRenderer others) {
        this.others = others;
    }

    @Override
    public Reply text(Failure failure, ErrorForm form, StatusPolicy policy, int detail) {
        Reply reply = others.text(failure, form, policy, detail);
        if (form.syntax() != ErrorForm.PropertySyntax.PLAIN) {
            return reply;
        }
        Map<String, String> told = others.variables(failure, policy, detail);
        String page = """
                <!DOCTYPE html>
                <html lang="en">
                <title>%s</title>
                <h1>%s</h1>
                <p>%s</p>
                <p><small>%s</small></p>
                """.formatted(
                        escaped(told.get("error.title")),
                        escaped(told.get("error.title")),
                        escaped(told.get("error.message")),
                        escaped(told.get("error.code")));
        return Reply.of("text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8))
                .withStatus(reply.status())
                .withStandIn(reply.standIn());
    }

    @Override
    public Map<String, String> variables(Failure failure, StatusPolicy policy, int detail) {
        return others.variables(failure, policy, detail);
    }

    /** Messages repeat what clients have sent, which must not become markup. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
