package dev.understudy.engine.osgi;

import dev.understudy.engine.settings.EngineSettingTable;
import dev.understudy.engine.settings.EngineSettings;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link EngineSettings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.engine")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.engine.settings.EngineSettings'",
        effective = "active")
public final class EngineSettingsComponent {

    private final SettingsRegistration<EngineSettings> registration;

    @Activate
    public EngineSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration = SettingsRegistration.publishing(
                context, EngineSettings.class, EngineSettingTable.TABLE, EngineSettings::of);
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
