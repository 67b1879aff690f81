package dev.understudy.http.osgi;

import dev.understudy.catalog.CatalogService;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.Mounts;
import dev.understudy.http.field.FieldEncoders;
import dev.understudy.http.server.Host;
import dev.understudy.http.server.StartupReport;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import dev.understudy.http.tls.TlsStatus;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.EngineLoad;
import dev.understudy.observe.ForeignImages;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.RecentFailures;
import dev.understudy.observe.RequestLoad;
import dev.understudy.observe.Secondaries;
import dev.understudy.observe.ServerCertificates;
import dev.understudy.observe.ServingListener;
import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceWarming;
import dev.understudy.settings.SettingsStatus;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The host, which stays while handlers, catalogs, settings and servers of other bundles come and go; all of these are dynamic. */
@Component(
        service = {RecentFailures.class, RequestLoad.class, ServerCertificates.class},
        immediate = true,
        configurationPid = "dev.understudy.http")
public final class HttpComponent implements RecentFailures, RequestLoad, ServerCertificates {

    private final StartupReport report;
    private final Host host;
    private final FrameworkStop frameworkStop;
    private final MountOwners owners;
    private final DetailAccessComponent access;
    private final SettingsRegistration<HttpSettings> settings;

    @Activate
    public HttpComponent(
            BundleContext context,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) DetailAccessComponent access) {
        FieldEncoders.find();
        this.access = access;
        report = new StartupReport(SettingsRegistration.isStandalone(context), Exit::withFailure);
        host = new Host(report, new HostRegistration(context));
        frameworkStop = new FrameworkStop(context, host::close);
        owners = new MountOwners(context, host::retire);
        settings = SettingsRegistration.applying(context, HttpSettingTable.TABLE, HttpSettings::of, this::use);
    }

    /** Opens the host; the handlers that exist already have been mounted before. */
    @Activate
    @Modified
    void open(Map<String, Object> written) {
        access.use(host::allowsDetail);
        settings.update(written);
        report.check(settings.status());
    }

    private void use(HttpSettings next) {
        report.check(settings.status());
        host.open(next);
    }

    @Deactivate
    void close() {
        frameworkStop.forget();
        owners.close();
        settings.close();
        host.close();
        access.unset();
    }

    @Reference(
            target = "(" + Mounts.MOUNT + "=*)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindHandler(Handler handler, Map<String, Object> properties) {
        Object ranking = properties.get(Constants.SERVICE_RANKING);
        if (properties.get(Constants.SERVICE_BUNDLEID) instanceof Long bundle) {
            owners.add(mounts(properties), bundle);
        }
        host.mount(mounts(properties), handler, ranking instanceof Integer number ? number : 0);
    }

    void unbindHandler(Handler handler, Map<String, Object> properties) {
        host.unmount(mounts(properties), handler);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindServer(Server server) {
        host.moveTo(server);
    }

    void unbindServer(Server server) {
        host.moveFrom(server);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCatalogs(CatalogService catalogs) {
        host.health().catalogs(catalogs);
    }

    void unbindCatalogs(CatalogService catalogs) {
        host.health().unsetCatalogs(catalogs);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindQuarantine(Quarantine quarantine) {
        host.health().quarantine(quarantine);
    }

    void unbindQuarantine(Quarantine quarantine) {
        host.health().unsetQuarantine(quarantine);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSecondaries(Secondaries secondaries) {
        host.health().secondaries(secondaries);
    }

    void unbindSecondaries(Secondaries secondaries) {
        host.health().unsetSecondaries(secondaries);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindWarming(SourceWarming warming) {
        host.health().warming(warming);
    }

    void unbindWarming(SourceWarming warming) {
        host.health().unsetWarming(warming);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCache(CachedReplies cache) {
        host.health().cache(cache);
    }

    void unbindCache(CachedReplies cache) {
        host.health().unsetCache(cache);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCluster(CacheCluster cluster) {
        host.health().cluster(cluster);
    }

    void unbindCluster(CacheCluster cluster) {
        host.health().unsetCluster(cluster);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLoad(EngineLoad load) {
        host.health().load(load);
    }

    void unbindLoad(EngineLoad load) {
        host.health().unsetLoad(load);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindForeign(ForeignImages foreign) {
        host.health().foreign(foreign);
    }

    void unbindForeign(ForeignImages foreign) {
        host.health().unsetForeign(foreign);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRoots(SourceRoots roots) {
        host.health().roots(roots);
    }

    void unbindRoots(SourceRoots roots) {
        host.health().unsetRoots(roots);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSettings(SettingsStatus status) {
        host.settings(status);
    }

    void updatedSettings(SettingsStatus status) {
        host.settings(status);
    }

    void unbindSettings(SettingsStatus status) {
        host.health().unsetSettings(status);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListener(ServingListener listener) {
        host.listeners().add(listener);
    }

    void unbindListener(ServingListener listener) {
        host.listeners().remove(listener);
    }

    @Override
    public RequestFigures requests() {
        return host.requests();
    }

    @Override
    public List<ServerCertificate> certificates() {
        TlsStatus tls = host.tls();
        return tls == null ? List.of() : tls.told();
    }

    @Override
    public Map<FailureKind, List<Long>> hours() {
        return host.failures().hours();
    }

    @Override
    public List<FailureRecord> entries() {
        return host.failures().entries();
    }

    @Override
    public List<IgnoredCommand> ignored() {
        return host.failures().ignored();
    }

    private static List<String> mounts(Map<String, Object> properties) {
        Object mounts = properties.get(Mounts.MOUNT);
        return mounts instanceof String[] several ? List.of(several) : List.of(String.valueOf(mounts));
    }
}
