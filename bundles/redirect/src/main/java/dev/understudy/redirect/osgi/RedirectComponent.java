package dev.understudy.redirect.osgi;

import dev.understudy.failure.Failure;
import dev.understudy.http.Forwarder;
import dev.understudy.redirect.proxy.ErrorRedirect;
import dev.understudy.redirect.proxy.RedirectSettings;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** Offers an {@link ErrorRedirect}, made anew for each configuration. */
@Component(configurationPid = RedirectConfiguration.PID)
@Designate(ocd = RedirectConfiguration.class)
public final class RedirectComponent implements Forwarder {

    private final ErrorRedirect redirect;

    @Activate
    public RedirectComponent(RedirectConfiguration configuration) {
        RedirectSettings settings = RedirectSettings.of(new RedirectSettings.Configured(
                configuration.errorRedirect_rootUrl(),
                configuration.errorRedirect_connectTimeout(),
                configuration.errorRedirect_socketTimeout(),
                configuration.errorRedirect_breaker_failures(),
                configuration.errorRedirect_breaker_openMillis()));
        redirect = ErrorRedirect.open(settings);
        LoggerFactory.getLogger("dev.understudy.startup").info("redirect on error: {}", settings);
    }

    @Override
    public Forwardable accepts(Request request) {
        return redirect.accepts(request);
    }

    @Override
    public void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> unanswered) {
        redirect.forward(request, response, callback, forward, unanswered);
    }

    @Deactivate
    public void close() {
        redirect.close();
    }
}
