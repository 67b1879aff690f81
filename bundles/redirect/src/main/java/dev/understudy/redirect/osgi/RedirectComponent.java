package dev.understudy.redirect.osgi;

import dev.understudy.failure.Failure;
import dev.understudy.http.Forwarder;
import dev.understudy.http.HttpHost;
import dev.understudy.observe.Secondaries;
import dev.understudy.redirect.forward.ReloadableForwarder;
import dev.understudy.redirect.settings.OwnAddress;
import dev.understudy.redirect.settings.RedirectSettingTable;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.settings.SettingValues;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a {@link ReloadableForwarder}, and applies each new configuration to it. */
@Component(
        service = {Forwarder.class, Secondaries.class},
        configurationPid = "dev.understudy.redirect")
public final class RedirectComponent implements Forwarder, Secondaries {

    private static final Logger LOG = LoggerFactory.getLogger("dev.understudy.startup");

    private final ReloadableForwarder redirect =
            new ReloadableForwarder(RedirectSettings.of(RedirectSettingTable.TABLE.defaults()));
    private final SettingsRegistration<RedirectSettings> settings;
    private Map<String, Object> latest;
    private volatile @Nullable HttpHost host;

    @Activate
    public RedirectComponent(BundleContext context, Map<String, Object> written) {
        settings = SettingsRegistration.applying(context, RedirectSettingTable.TABLE, this::make, this::apply);
        latest = written;
        settings.update(written);
    }

    @Modified
    synchronized void modified(Map<String, Object> written) {
        latest = written;
        settings.update(written);
    }

    /** Looks at the settings again once it is known where this server listens: they may name the server itself. */
    @Reference(
            service = HttpHost.class,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setHost(HttpHost present) {
        host = present;
        settings.update(latest);
    }

    synchronized void unsetHost(HttpHost absent) {
        if (host == absent) {
            host = null;
        }
    }

    private RedirectSettings make(SettingValues values) {
        RedirectSettings made = RedirectSettings.of(values);
        HttpHost present = host;
        return present == null
                ? made
                : new OwnAddress(present.host(), List.of(present.port(), present.tlsPort())).requireOthers(made);
    }

    private void apply(RedirectSettings next) {
        redirect.reload(next);
        LOG.info("redirect on error: {}", next);
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
        settings.close();
        redirect.close();
    }
}
