package dev.understudy.http.osgi;

import dev.understudy.failure.Failure;
import dev.understudy.http.Forwarder;
import dev.understudy.http.Forwarding;
import dev.understudy.http.forward.SwappableForwarding;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.settings.SettingReading;
import dev.understudy.settings.UnusableSettingException;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers the forwarding to all handlers, which stays while forwarders come and go. */
@Component(configurationPid = "dev.understudy.http")
public final class ForwardingComponent implements Forwarding {

    private final SwappableForwarding forwarding = new SwappableForwarding(() -> this.settings.swap());
    private volatile HttpSettings settings = HttpSettings.DEFAULTS;

    @Activate
    @Modified
    void configure(Map<String, Object> written) {
        SettingReading reading = HttpSettingTable.TABLE.read(written);
        // The host reports what cannot be used; the settings before, or the defaults, stay in use.
        if (reading.isUsable()) {
            settings = usable(reading, settings);
        }
    }

    /** Values that can be used alone may yet not fit together. */
    private static HttpSettings usable(SettingReading reading, HttpSettings before) {
        try {
            return HttpSettings.of(reading.values());
        } catch (UnusableSettingException e) {
            return before;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindForwarder(Forwarder forwarder, Map<String, Object> properties) {
        Object ranking = properties.get(Constants.SERVICE_RANKING);
        forwarding.add(forwarder, ranking instanceof Integer number ? number : 0);
    }

    void unbindForwarder(Forwarder forwarder) {
        forwarding.remove(forwarder);
    }

    @Override
    public Forwardable accepts(Request request) {
        return forwarding.accepts(request);
    }

    @Override
    public void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> onNoResponse) {
        forwarding.forward(request, response, callback, forward, onNoResponse);
    }
}
