package dev.understudy.cache.osgi;

import dev.understudy.cache.disk.CacheSettingTable;
import dev.understudy.cache.disk.CacheSettings;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link CacheSettings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.cache")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.cache.disk.CacheSettings'",
        effective = "active")
public final class CacheSettingsComponent {

    private final SettingsRegistration<CacheSettings> registration;

    @Activate
    public CacheSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration = SettingsRegistration.publishing(
                context, CacheSettings.class, CacheSettingTable.TABLE, CacheSettings::of);
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
