package dev.understudy.errors.osgi;

import dev.understudy.errors.text.FormattedErrors;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Reply;
import java.time.InstantSource;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers {@link FormattedErrors} to the bundles that answer requests. */
@Component
public final class ErrorsComponent implements ErrorRenderer {

    private final FormattedErrors errors = new FormattedErrors(InstantSource.system());

    @Activate
    public ErrorsComponent() {}

    @Override
    public Reply text(Failure failure, ErrorForm form, StatusPolicy policy, int detail) {
        return errors.text(failure, form, policy, detail);
    }

    @Override
    public Map<String, String> variables(Failure failure, StatusPolicy policy, int detail) {
        return errors.variables(failure, policy, detail);
    }
}
