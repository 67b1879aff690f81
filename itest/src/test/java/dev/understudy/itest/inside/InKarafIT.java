package dev.understudy.itest.inside;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

import dev.understudy.itest.container.KarafServer;
import dev.understudy.itest.container.Setup;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** What the feature leaves in a Karaf. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class InKarafIT {

    private static final long PATIENCE = 30_000;

    private static final List<String> BUNDLES = List.of(
            "api",
            "cache",
            "catalog",
            "codec-imageio",
            "codec-jpeg",
            "codec-svg",
            "content",
            "engine",
            "errors",
            "http",
            "image",
            "levels",
            "protocol",
            "redirect",
            "shell",
            "source",
            "web");

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] configuration() {
        return KarafServer.options(Setup.fresh("in-karaf"));
    }

    @Test
    public void everyBundleIsActive() throws Exception {
        Instant patience = Instant.now().plusMillis(PATIENCE);
        while (!bundles().stream().allMatch(InKarafIT::isActive)
                && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }
        List<Bundle> ours = bundles();
        assertEquals(
                BUNDLES,
                ours.stream()
                        .map(bundle -> bundle.getSymbolicName().substring("dev.understudy.".length()))
                        .sorted()
                        .toList());
        for (Bundle bundle : ours) {
            assertEquals(bundle.toString(), Bundle.ACTIVE, bundle.getState());
        }
    }

    private List<Bundle> bundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().matches("dev\\.understudy\\.[a-z-]+"))
                .toList();
    }

    private static boolean isActive(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE;
    }

    @Test
    public void everyServiceIsThere() throws Exception {
        for (String service : List.of(
                "dev.understudy.catalog.CatalogService",
                "dev.understudy.source.SourceAccess",
                "dev.understudy.image.Codec",
                "dev.understudy.serve.ReplyCache",
                "dev.understudy.serve.ImageService",
                "dev.understudy.http.HttpHost")) {
            assertNotNull(service, await("(objectClass=" + service + ")"));
        }
    }

    @Test
    public void thePortCanBeReadFromTheService() throws Exception {
        ServiceReference<?> host = await("(objectClass=dev.understudy.http.HttpHost)");
        assertEquals(Integer.class, host.getProperty("port").getClass());
    }

    @Test
    public void bothMountsAreTaken() throws Exception {
        assertNotNull(await("(&(objectClass=org.eclipse.jetty.server.Handler)(mount=/is/image))"));
        assertNotNull(await("(&(objectClass=org.eclipse.jetty.server.Handler)(mount=/is/content))"));
    }

    private ServiceReference<?> await(String filter) throws Exception {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, context.createFilter(filter), null);
        tracker.open(true);
        try {
            tracker.waitForService(PATIENCE);
            return tracker.getServiceReference();
        } finally {
            tracker.close();
        }
    }
}
