package dev.understudy.settings.osgi;

import dev.understudy.settings.LiveSettings;
import dev.understudy.settings.SettingTable;
import dev.understudy.settings.SettingValues;
import dev.understudy.settings.SettingsStatus;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * The settings of a bundle in OSGi: a component passes each configuration on, and the state of the settings is a service. The
 * settings themselves either go to the component, or are a service too, which is replaced when they change: then Declarative
 * Services take the components that depend on it down and up again in order, and for good settings only.
 *
 * <p>A value that cannot be used ends the process, once the http bundle has seen the state, if the framework has the property
 * {@value #STANDALONE} and does not serve yet.
 *
 * @param <S> the settings as the bundle wants them
 */
public final class SettingsRegistration<S> implements AutoCloseable {

    /** The framework property that says that the process is there for this server alone. */
    public static final String STANDALONE = "understudy.standalone";

    /** The service property of a {@link SettingsStatus} that says how many problems there are. */
    public static final String PROBLEMS = "problems";

    private final BundleContext context;
    private final LiveSettings<S> settings;
    private final AtomicReference<@Nullable ServiceRegistration<S>> published;
    private @Nullable ServiceRegistration<SettingsStatus> status;

    private SettingsRegistration(
            BundleContext context,
            LiveSettings<S> settings,
            AtomicReference<@Nullable ServiceRegistration<S>> published) {
        this.context = context;
        this.settings = settings;
        this.published = published;
    }

    /** Settings that are a service of their own type. */
    public static <S> SettingsRegistration<S> publishing(
            BundleContext context, Class<S> type, SettingTable table, Function<SettingValues, S> maker) {
        AtomicReference<@Nullable ServiceRegistration<S>> published = new AtomicReference<>();
        Consumer<S> replace = made -> {
            ServiceRegistration<S> before = published.getAndSet(context.registerService(type, made, null));
            if (before != null) {
                before.unregister();
            }
        };
        return new SettingsRegistration<>(
                context, new LiveSettings<>(table, isStandalone(context), maker, replace), published);
    }

    /** Settings that are used by the component itself. */
    public static <S> SettingsRegistration<S> applying(
            BundleContext context, SettingTable table, Function<SettingValues, S> maker, Consumer<S> user) {
        return new SettingsRegistration<>(
                context, new LiveSettings<>(table, isStandalone(context), maker, user), new AtomicReference<>());
    }

    /** Whether the process is there for this server alone. */
    public static boolean isStandalone(BundleContext context) {
        return Boolean.parseBoolean(context.getProperty(STANDALONE));
    }

    /** The state, which is a service too. */
    public SettingsStatus status() {
        return settings;
    }

    /** Takes a configuration. */
    public synchronized void update(Map<String, ?> written) {
        settings.update(written, this::announce);
    }

    /** The state is a service from the first configuration on, so that whoever sees it sees what came of that. */
    private void announce() {
        Dictionary<String, Object> properties =
                FrameworkUtil.asDictionary(Map.of(PROBLEMS, settings.problems().size()));
        if (status == null) {
            status = context.registerService(SettingsStatus.class, settings, properties);
        } else {
            status.setProperties(properties);
        }
    }

    @Override
    public synchronized void close() {
        ServiceRegistration<S> last = published.getAndSet(null);
        if (last != null) {
            last.unregister();
        }
        if (status != null) {
            status.unregister();
            status = null;
        }
    }
}
