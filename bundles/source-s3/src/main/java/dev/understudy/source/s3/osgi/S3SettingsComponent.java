package dev.understudy.source.s3.osgi;

import dev.understudy.settings.osgi.SettingsRegistration;
import dev.understudy.source.s3.S3SettingTable;
import dev.understudy.source.s3.S3Settings;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link S3Settings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.source.s3")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.source.s3.S3Settings'",
        effective = "active")
public final class S3SettingsComponent {

    private final SettingsRegistration<S3Settings> registration;

    @Activate
    public S3SettingsComponent(BundleContext context, Map<String, Object> written) {
        registration = SettingsRegistration.publishing(context, S3Settings.class, S3SettingTable.TABLE, S3Settings::of);
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
