package dev.understudy.cache.cluster.osgi;

import dev.understudy.cache.cluster.settings.ClusterSettingTable;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link ClusterSettings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.cache.cluster")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.cache.cluster.settings.ClusterSettings'",
        effective = "active")
public final class ClusterSettingsComponent {

    private final SettingsRegistration<ClusterSettings> registration;

    @Activate
    public ClusterSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration = SettingsRegistration.publishing(
                context, ClusterSettings.class, ClusterSettingTable.TABLE, ClusterSettings::of);
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
