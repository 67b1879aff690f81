package dev.understudy.web.osgi;

import dev.understudy.settings.osgi.SettingsRegistration;
import dev.understudy.web.settings.WebSettingTable;
import dev.understudy.web.settings.WebSettings;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** Offers the {@link WebSettings} of the configuration; while that cannot be used, the last good ones. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "dev.understudy.web")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.web.settings.WebSettings'",
        effective = "active")
public final class WebSettingsComponent {

    private final SettingsRegistration<WebSettings> registration;

    @Activate
    public WebSettingsComponent(BundleContext context, Map<String, Object> written) {
        registration =
                SettingsRegistration.publishing(context, WebSettings.class, WebSettingTable.TABLE, WebSettings::of);
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
