package dev.understudy.catalog.osgi;

import dev.understudy.catalog.watch.CatalogSettingTable;
import dev.understudy.catalog.watch.CatalogSettings;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link CatalogSettings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.catalog",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.catalog.watch.CatalogSettings'",
        effective = "active")
public final class CatalogSettingsComponent {

    private final SettingsRegistration<CatalogSettings> registration;

    @Activate
    public CatalogSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration = SettingsRegistration.publishing(
                context, CatalogSettings.class, CatalogSettingTable.TABLE, CatalogSettings::of);
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
