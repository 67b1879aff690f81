package dev.understudy.redirect.osgi;

import dev.understudy.failure.Failure;
import dev.understudy.http.Forwarder;
import dev.understudy.observe.Secondaries;
import dev.understudy.redirect.forward.ReloadableForwarder;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a {@link ReloadableForwarder}, and applies each new configuration to it. */
@Component(
        service = {Forwarder.class, Secondaries.class},
        configurationPid = RedirectConfiguration.PID)
@Designate(ocd = RedirectConfiguration.class)
public final class RedirectComponent implements Forwarder, Secondaries {

    private static final Logger LOG = LoggerFactory.getLogger("dev.understudy.startup");

    private final ReloadableForwarder redirect;

    @Activate
    public RedirectComponent(RedirectConfiguration configuration, Map<String, Object> written) {
        RedirectSettings settings = ConfiguredSettings.read(configuration, written);
        redirect = new ReloadableForwarder(settings);
        report(settings);
    }

    /** Applies other settings; unusable ones are reported, and change nothing. */
    @Modified
    void modified(RedirectConfiguration configuration, Map<String, Object> written) {
        try {
            RedirectSettings settings = ConfiguredSettings.read(configuration, written);
            redirect.reload(settings);
            report(settings);
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {}; what was set before goes on", RedirectConfiguration.PID, e.getMessage());
        }
    }

    private static void report(RedirectSettings settings) {
        LOG.info("redirect on error: {}", settings);
    }

    @Override
    public Forwardable accepts(Request request) {
        return redirect.accepts(request);
    }

    @Override
    public void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> onNoResponse) {
        redirect.forward(request, response, callback, forward, onNoResponse);
    }

    @Override
    public List<SecondaryStatus> entries() {
        return redirect.entries();
    }

    @Override
    public boolean forAllCatalogs() {
        return redirect.forAllCatalogs();
    }

    @Override
    public int reset() {
        return redirect.reset();
    }

    @Deactivate
    public void close() {
        redirect.close();
    }
}
