package dev.understudy.iiif.osgi;

import dev.understudy.iiif.settings.IiifSettingTable;
import dev.understudy.iiif.settings.IiifSettings;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link IiifSettings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.iiif")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.iiif.settings.IiifSettings'",
        effective = "active")
public final class IiifSettingsComponent {

    private final SettingsRegistration<IiifSettings> registration;

    @Activate
    public IiifSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration =
                SettingsRegistration.publishing(context, IiifSettings.class, IiifSettingTable.TABLE, IiifSettings::of);
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
