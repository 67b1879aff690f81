package dev.understudy.web.osgi;

import dev.understudy.http.Forwarding;
import dev.understudy.http.Mounts;
import dev.understudy.web.handler.PageHandler;
import dev.understudy.web.page.PageFiles;
import dev.understudy.web.settings.WebSettings;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Mounts the page; not by Declarative Services, because the root is a mount of it only while the page is on. The files keep theirs, so
 * that a page that is switched off is not found instead of being waited for.
 */
@Component(
        service = {},
        immediate = true)
public final class PageComponent {

    private final ServiceRegistration<Handler> registration;

    @Activate
    public PageComponent(
            BundleContext context,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) WebSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Forwarding forwarding) {
        Handler page = PageHandler.strict(forwarding, new PageFiles(), settings);
        List<String> mounts =
                settings.page() ? List.of(PageHandler.ROOT, PageHandler.FILES) : List.of(PageHandler.FILES);
        registration = context.registerService(
                Handler.class, page, FrameworkUtil.asDictionary(Map.of(Mounts.MOUNT, mounts.toArray(String[]::new))));
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
