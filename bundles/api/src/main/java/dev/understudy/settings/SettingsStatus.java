package dev.understudy.settings;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The state of a bundle's settings, registered as a service by each bundle that has any. */
@ProviderType
public interface SettingsStatus {

    /** The persistent identifier of the configuration. */
    String configuration();

    /** The lines of the configuration that have no effect now. */
    List<SettingProblem> problems();
}
