package dev.understudy.source.osgi;

import dev.understudy.settings.osgi.SettingsRegistration;
import dev.understudy.source.file.SourceSettingTable;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link SourceConfiguration} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.source")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.source.osgi.SourceConfiguration'",
        effective = "active")
public final class SourceSettingsComponent {

    private final SettingsRegistration<SourceConfiguration> registration;

    @Activate
    public SourceSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration = SettingsRegistration.publishing(
                context, SourceConfiguration.class, SourceSettingTable.TABLE, SourceConfiguration::of);
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
