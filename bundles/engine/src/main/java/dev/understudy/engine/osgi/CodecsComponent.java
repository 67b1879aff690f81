package dev.understudy.engine.osgi;

import dev.understudy.engine.codec.CodecSwap;
import dev.understudy.engine.codec.InstalledCodecs;
import dev.understudy.engine.codec.RegisteredCodec;
import dev.understudy.image.Codec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers the {@link InstalledCodecs}, a new service whenever a codec has come or gone. */
@Component(
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.understudy.engine.codec.InstalledCodecs'",
        effective = "active")
public final class CodecsComponent implements BundleListener {

    /** As long as the mounts hold requests, unless they are told otherwise. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final BundleContext context;
    private final CodecSwap swap = new CodecSwap(this::publish, GRACE, this::isReturning);
    private final Map<Codec, RegisteredCodec> codecs = new ConcurrentHashMap<>();
    private @Nullable ServiceRegistration<InstalledCodecs> published;

    @Activate
    public CodecsComponent(BundleContext context) {
        this.context = context;
    }

    /** The codecs that are there already have been added before. */
    @Activate
    void open() {
        context.addBundleListener(this);
        swap.open();
    }

    @Deactivate
    void close() {
        context.removeBundleListener(this);
        swap.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCodec(Codec codec, Map<String, Object> properties) {
        RegisteredCodec registered = registered(codec, properties);
        codecs.put(codec, registered);
        swap.add(registered);
    }

    void updatedCodec(Codec codec, Map<String, Object> properties) {
        RegisteredCodec before = codecs.get(codec);
        if (before != null && before.ranking() != ranking(properties)) {
            // The same object is of the same content of its bundle.
            RegisteredCodec registered =
                    new RegisteredCodec(codec, before.bundle(), before.edition(), ranking(properties), before.number());
            codecs.put(codec, registered);
            swap.replace(before, registered);
        }
    }

    private RegisteredCodec registered(Codec codec, Map<String, Object> properties) {
        Bundle bundle = context.getBundle(number(properties, Constants.SERVICE_BUNDLEID));
        return new RegisteredCodec(
                codec,
                bundle.getSymbolicName(),
                BundleEdition.of(bundle),
                ranking(properties),
                number(properties, Constants.SERVICE_ID));
    }

    private static int ranking(Map<String, Object> properties) {
        return properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
    }

    /** A property that the framework gives every service. */
    private static long number(Map<String, Object> properties, String name) {
        return (Long) Objects.requireNonNull(properties.get(name));
    }

    void unbindCodec(Codec codec) {
        RegisteredCodec registered = codecs.remove(codec);
        if (registered != null) {
            swap.remove(registered);
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNINSTALLED) {
            swap.uninstalled(event.getBundle().getSymbolicName());
        }
    }

    /**
     * Whether a bundle is meant to run: an update leaves that mark alone, and stopping it takes the mark away. It may run already,
     * since its codec comes a moment later.
     */
    private boolean isReturning(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .anyMatch(bundle -> bundle.adapt(BundleStartLevel.class).isPersistentlyStarted());
    }

    /** The next service is there before the last one goes, so that the engine finds it at once. */
    private void publish(@Nullable InstalledCodecs next) {
        ServiceRegistration<InstalledCodecs> last = published;
        published = next == null ? null : context.registerService(InstalledCodecs.class, next, null);
        if (last != null) {
            last.unregister();
        }
    }
}
