package dev.understudy.levels.osgi;

import dev.understudy.levels.file.LevelSettingTable;
import dev.understudy.levels.file.LevelSettings;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link LevelSettings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.levels")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.levels.file.LevelSettings'",
        effective = "active")
public final class LevelSettingsComponent {

    private final SettingsRegistration<LevelSettings> registration;

    @Activate
    public LevelSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration = SettingsRegistration.publishing(
                context, LevelSettings.class, LevelSettingTable.TABLE, LevelSettings::of);
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
