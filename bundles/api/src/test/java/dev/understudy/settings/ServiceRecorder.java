package dev.understudy.settings;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A bundle context for tests: keeps the services that are registered, in order, and the properties of a framework. */
public final class ServiceRecorder {

    private final List<Object> services = new ArrayList<>();
    private final Map<Object, Dictionary<?, ?>> properties = new HashMap<>();
    private final Map<String, String> framework;

    public ServiceRecorder(Map<String, String> framework) {
        this.framework = framework;
    }

    /** The context to hand to a component. */
    public BundleContext context() {
        return proxy(BundleContext.class, (method, arguments) -> switch (method.getName()) {
            case "registerService" -> register(arguments[1], (Dictionary<?, ?>) arguments[2]);
            case "getProperty" -> framework.get((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** The services of a type that are registered now. */
    public <T> List<T> services(Class<T> type) {
        return services.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A property of a service. */
    public Object property(Object service, String name) {
        return properties.get(service).get(name);
    }

    private ServiceRegistration<?> register(Object service, Dictionary<?, ?> first) {
        services.add(service);
        properties.put(service, first);
        return proxy(ServiceRegistration.class, (method, arguments) -> {
            switch (method.getName()) {
                case "unregister" -> services.remove(service);
                case "setProperties" -> properties.put(service, (Dictionary<?, ?>) arguments[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    private interface Behavior {
        Object call(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Behavior behavior) {
        return type.cast(Proxy.newProxyInstance(
                ServiceRecorder.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behavior.call(method, arguments)));
    }
}
