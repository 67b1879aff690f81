package dev.understudy.engine.osgi;

import dev.understudy.engine.service.EngineSettings;

/** The settings of the engine out of its configuration. */
final class ConfiguredSettings {

    private ConfiguredSettings() {}

    /**
     * The settings, for this virtual machine.
     *
     * @throws IllegalArgumentException naming the setting that cannot be used, and what is allowed
     */
    static EngineSettings of(EngineConfiguration configuration) {
        EngineSettings.Configured configured = new EngineSettings.Configured(
                configuration.MaxRenderRgnPixels(),
                configuration.MaxNonDsfSize(),
                configuration.MaxMessageSize(),
                configuration.renders(),
                configuration.queue(),
                configuration.memory(),
                configuration.deadline(),
                configuration.cache_validationInterval());
        return EngineSettings.of(configured, Runtime.getRuntime().maxMemory());
    }
}
