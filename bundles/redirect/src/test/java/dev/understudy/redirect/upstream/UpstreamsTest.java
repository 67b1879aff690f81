package dev.understudy.redirect.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.understudy.catalog.Secondary;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.redirect.settings.TestSettings;
import dev.understudy.serve.RedirectTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The servers for single catalogs. */
@Timeout(30)
class UpstreamsTest {

    private final Scheduler timer = started(new ScheduledExecutorScheduler());
    private final Upstreams upstreams = new Upstreams(settings("http://a"), timer);

    private static Scheduler started(Scheduler scheduler) {
        LifeCycle.start(scheduler);
        return scheduler;
    }

    @AfterEach
    void stop() {
        upstreams.stop();
        LifeCycle.stop(timer);
    }

    @Test
    void aCatalogWithoutSettingsHasTheServersOwn() {
        List<Upstream> ofTheServer = upstreams.forTarget(RedirectTarget.OF_THE_SERVER);
        assertEquals(List.of(Secondary.of("http://a")), secondaries(ofTheServer));
        assertEquals(upstreams.all(), ofTheServer);
    }

    @Test
    void aCatalogMayHaveNone() {
        assertEquals(List.of(), upstreams.forTarget(target(Optional.of(""), Optional.empty())));
    }

    @Test
    void catalogsWithTheSameTimeoutsShareServers() {
        List<Upstream> first = upstreams.forTarget(target(Optional.of("http://b http://a"), Optional.empty()));
        assertEquals(Secondary.listOf("http://b http://a"), secondaries(first));
        List<Upstream> second = upstreams.forTarget(target(Optional.of("http://b"), Optional.empty()));
        assertSame(first.get(0), second.get(0));
        assertSame(
                first.get(1), upstreams.forTarget(RedirectTarget.OF_THE_SERVER).get(0));
        assertEquals(2, upstreams.all().size());
    }

    @Test
    void catalogsWithOtherTimeoutsShareNothing() {
        RedirectTarget other = target(Optional.empty(), Optional.of(Duration.ofMillis(1)));
        Upstream own = upstreams.forTarget(other).get(0);
        assertEquals(Secondary.of("http://a"), own.secondary());
        assertEquals(Duration.ofMillis(1), own.timeouts().socket());
        assertNotSame(own, upstreams.forTarget(RedirectTarget.OF_THE_SERVER).get(0));
    }

    private static List<Secondary> secondaries(List<Upstream> upstreams) {
        return upstreams.stream().map(Upstream::secondary).toList();
    }

    private static RedirectTarget target(Optional<String> rootUrls, Optional<Duration> socketTimeout) {
        return new RedirectTarget(rootUrls.map(Secondary::listOf), Optional.empty(), socketTimeout);
    }

    private static RedirectSettings settings(String rootUrl) {
        return TestSettings.of(rootUrl, 2000, 10_000, 5, 10_000);
    }
}
