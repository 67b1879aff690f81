package dev.understudy.codec.svg.osgi;

import dev.understudy.codec.svg.SvgSettingTable;
import dev.understudy.codec.svg.SvgSettings;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link SvgSettings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.codec.svg")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.codec.svg.SvgSettings'",
        effective = "active")
public final class SvgSettingsComponent {

    private final SettingsRegistration<SvgSettings> registration;

    @Activate
    public SvgSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration =
                SettingsRegistration.publishing(context, SvgSettings.class, SvgSettingTable.TABLE, SvgSettings::of);
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
