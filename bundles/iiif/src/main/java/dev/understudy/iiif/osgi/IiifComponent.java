package dev.understudy.iiif.osgi;

import dev.understudy.catalog.CatalogService;
import dev.understudy.http.Forwarding;
import dev.understudy.http.Mounts;
import dev.understudy.iiif.handler.IiifHandler;
import dev.understudy.iiif.serve.IiifService;
import dev.understudy.iiif.settings.IiifSettings;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.ImageService;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Hashtable;
import org.eclipse.jetty.server.Handler;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the handler of the IIIF Image API at its mount. New settings are a new handler. */
@Component(
        service = {},
        immediate = true)
public final class IiifComponent {

    private static final Logger STARTUP = LoggerFactory.getLogger("dev.understudy.startup");

    private final ServiceRegistration<Handler> registration;

    @Activate
    public IiifComponent(
            BundleContext context,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) IiifSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ImageService images,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ErrorRenderer errors,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Forwarding forwarding) {
        IiifService service =
                new IiifService(images, catalogs::catalogs, errors, settings.tileSize(), InstantSource.system());
        Dictionary<String, Object> mount = new Hashtable<>();
        mount.put(Mounts.MOUNT, settings.mount());
        registration = context.registerService(Handler.class, new IiifHandler(service, settings, forwarding), mount);
        STARTUP.info("iiif: {}", settings);
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
