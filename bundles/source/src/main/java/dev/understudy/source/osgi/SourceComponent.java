package dev.understudy.source.osgi;

import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.ForeignImages;
import dev.understudy.observe.SourceRoots;
import dev.understudy.source.ObjectStoreFactory;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.Stamp;
import dev.understudy.source.file.FileSourceAccess;
import dev.understudy.source.file.RootFolders;
import dev.understudy.source.file.RootWatch;
import dev.understudy.source.store.RootedSourceAccess;
import dev.understudy.source.store.StoreSourceAccess;
import dev.understudy.source.web.ForeignSourceAccess;
import dev.understudy.source.web.WebStores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the files of the server's roots, and their state, and images of foreign servers. New settings are a new service. */
@Component(service = {SourceAccess.class, SourceRoots.class, ForeignImages.class})
public final class SourceComponent implements SourceAccess, SourceRoots, ForeignImages {

    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final int SECONDS_BETWEEN_REVIEWS = 60;

    private final SourceAccess files;
    private final StoreSourceAccess stores;
    private final ForeignSourceAccess foreign;
    private final RootWatch watch;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "understudy-roots");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public SourceComponent(
            BundleContext context,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SourceConfiguration settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ComponentServiceObjects<CatalogService> catalogs,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ObjectStoreFactory> factories) {
        RootFolders roots = settings.roots();
        Logger log = LoggerFactory.getLogger("dev.understudy.startup");
        roots.announce(log);
        watch = new RootWatch(roots);
        InstantSource time = InstantSource.system();
        stores = new StoreSourceAccess(
                settings.storeRoots(),
                settings.stores(),
                Stream.concat(factories.stream(), Stream.of(new WebStores())).toList(),
                settings.storeFolder()
                        .orElseGet(() -> context.getDataFile("stores").toPath()),
                time);
        stores.announce(log);
        files = new RootedSourceAccess(
                new FileSourceAccess(roots, watch, () -> present(catalogs)), stores, settings.order());
        foreign = new ForeignSourceAccess(
                settings.foreign(), context.getDataFile("foreign").toPath(), time);
        clock.scheduleWithFixedDelay(watch::refresh, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        clock.scheduleWithFixedDelay(
                () -> stores.letGo(present(catalogs)),
                SECONDS_BETWEEN_REVIEWS,
                SECONDS_BETWEEN_REVIEWS,
                TimeUnit.SECONDS);
    }

    /** The present catalogs; their service, which looks at files itself, is not taken before it is needed. */
    private static Catalogs present(ComponentServiceObjects<CatalogService> service) {
        CatalogService catalogs = service.getService();
        try {
            return catalogs.catalogs();
        } finally {
            service.ungetService(catalogs);
        }
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        return of(key).stamp(key);
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        return of(key).open(key);
    }

    @Override
    public SourceLease fetch(Collection<SourceKey> keys, String tenant, Instant deadline) throws ServeException {
        List<SourceKey> ofServers = keys.stream().filter(SourceKey::isForeign).toList();
        List<SourceKey> ofStores = keys.stream().filter(key -> !key.isForeign()).toList();
        SourceLease first = foreign.fetch(ofServers, tenant, deadline);
        SourceLease second = null;
        try {
            second = files.fetch(ofStores, tenant, deadline);
            return first.and(second);
        } finally {
            if (second == null) {
                first.close();
            }
        }
    }

    @Override
    public boolean isRemote(SourceKey key) {
        return of(key).isRemote(key);
    }

    @Override
    public @Nullable SourceLifetime lifetime(SourceKey key) {
        return of(key).lifetime(key);
    }

    private SourceAccess of(SourceKey key) {
        return key.isForeign() ? foreign : files;
    }

    @Override
    public boolean hasFolder(SourceKey.Kind kind, String rootPath) {
        return files.hasFolder(kind, rootPath);
    }

    @Override
    public List<SourceRoot> entries() {
        return watch.entries();
    }

    @Override
    public List<StoreRoot> stores() {
        return stores.entries();
    }

    @Override
    public Map<StoreState, Integer> storeStates() {
        return stores.states();
    }

    @Override
    public @Nullable KeptFigures kept() {
        return stores.figures();
    }

    @Override
    public ForeignFigures figures() {
        return foreign.figures();
    }

    @Deactivate
    public void close() {
        clock.shutdownNow();
        foreign.close();
        stores.close();
    }
}
