package dev.understudy.catalog.osgi;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.watch.CatalogSettings;
import dev.understudy.catalog.watch.CatalogStore;
import dev.understudy.catalog.watch.CatalogWatcher;
import dev.understudy.source.SourceAccess;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the catalogs of a folder and the tenants of Config Admin. All are loaded before the service is there. */
@Component(immediate = true)
public final class CatalogComponent implements CatalogService, ConfigurationListener {

    private static final Logger STARTUP = LoggerFactory.getLogger("dev.understudy.startup");

    private final AtomicReference<@Nullable SourceAccess> files = new AtomicReference<>();
    private final Tenants tenants;
    private final CatalogStore store;
    private final CatalogWatcher watcher;

    @Activate
    public CatalogComponent(
            BundleContext context,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ConfigurationAdmin admin) {
        long start = System.nanoTime();
        InstantSource clock = InstantSource.system();
        tenants = new Tenants(admin, new TenantFiles(installationFolder(context)), clock);
        store = new CatalogStore(settings, tenants, () -> Optional.ofNullable(files.get()), clock);
        watcher = new CatalogWatcher(store, settings);
        double seconds = (System.nanoTime() - start) / 1e9;
        STARTUP.info("Catalogs in {}; loaded in {} s", store.summary(), String.format(Locale.ROOT, "%.1f", seconds));
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
    public long loads() {
        return store.loads();
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (Tenants.concerns(event.getPid())) {
            tenants.changed();
            watcher.wake();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindFiles(SourceAccess access) {
        files.set(access);
    }

    void unbindFiles(SourceAccess access) {
        files.compareAndSet(access, null);
    }

    /** The folder whose configuration files Felix File Install reads, of which Karaf makes use too. */
    private static Optional<Path> installationFolder(BundleContext context) {
        String folders = context.getProperty("felix.fileinstall.dir");
        return folders == null || folders.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(folders.split(",")[0].strip()));
    }
}
