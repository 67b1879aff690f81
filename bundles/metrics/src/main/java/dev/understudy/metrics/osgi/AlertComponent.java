package dev.understudy.metrics.osgi;

import dev.understudy.metrics.alert.AlertMonitor;
import dev.understudy.metrics.figure.HeapAfterCollection;
import dev.understudy.metrics.settings.MetricsSettings;
import dev.understudy.observe.RequestLoad;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Looks for reasons for alerts every second, on a thread of its own. */
@Component(
        service = {},
        immediate = true)
public final class AlertComponent {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "understudy-alerts");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public AlertComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) MetricsSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) RequestLoad load) {
        if (settings.alerts().enabled()) {
            AlertMonitor monitor =
                    new AlertMonitor(settings.alerts(), registry::totals, load::requests, HeapAfterCollection::free);
            var unused = timer.scheduleAtFixedRate(
                    () -> monitor.look(Duration.ofNanos(System.nanoTime())), 1, 1, TimeUnit.SECONDS);
        }
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }
}
