package dev.understudy.catalog.osgi;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.watch.CatalogSettings;
import dev.understudy.catalog.watch.CatalogStore;
import dev.understudy.catalog.watch.CatalogWatcher;
import java.time.InstantSource;
import java.util.List;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the catalogs of a folder and the tenants of Config Admin. All are loaded before the service is there. */
@Component(immediate = true)
public final class CatalogComponent implements CatalogService, ConfigurationListener {

    private static final Logger STARTUP = LoggerFactory.getLogger("dev.understudy.startup");

    private final CatalogStore store;
    private final CatalogWatcher watcher;

    @Activate
    public CatalogComponent(@Reference CatalogSettings settings, @Reference ConfigurationAdmin admin) {
        store = new CatalogStore(settings, new Tenants(admin, InstantSource.system())::list, InstantSource.system());
        watcher = new CatalogWatcher(store, settings);
        STARTUP.info("Catalogs in {}", store.summary());
    }

    @Deactivate
    void deactivate() {
        watcher.close();
    }

    @Override
    public Catalogs catalogs() {
        return store.catalogs();
    }

    @Override
    public List<CatalogProblem> problems() {
        return store.problems();
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (Tenants.PID.equals(event.getFactoryPid())) {
            watcher.wake();
        }
    }
}
