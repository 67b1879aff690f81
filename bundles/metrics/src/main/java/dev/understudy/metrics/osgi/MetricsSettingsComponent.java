package dev.understudy.metrics.osgi;

import dev.understudy.metrics.settings.MetricsSettingTable;
import dev.understudy.metrics.settings.MetricsSettings;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link MetricsSettings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.metrics")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.metrics.settings.MetricsSettings'",
        effective = "active")
public final class MetricsSettingsComponent {

    private final SettingsRegistration<MetricsSettings> registration;

    @Activate
    public MetricsSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration = SettingsRegistration.publishing(
                context, MetricsSettings.class, MetricsSettingTable.TABLE, MetricsSettings::of);
        registration.update(written);
    }

    @Modified
    void modified(Map<String, Object> written) {
        registration.update(written);
    }

    @Deactivate
    void close() {
        registration.close();
    }
}
