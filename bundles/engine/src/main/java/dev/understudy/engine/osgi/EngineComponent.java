package dev.understudy.engine.osgi;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.codec.InstalledCodecs;
import dev.understudy.engine.command.CommandDescriptions;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.service.Engine;
import dev.understudy.engine.settings.EngineSettings;
import dev.understudy.image.SourceLevels;
import dev.understudy.observe.EngineLoad;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.ServingListener;
import dev.understudy.observe.ServingListeners;
import dev.understudy.observe.SourceWarming;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.CommandList;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import dev.understudy.source.SourceAccess;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Offers the engine as {@link ImageService}, its list of bad sources as {@link Quarantine}, the sources that it has kept smaller as
 * {@link SourceWarming}, its load, and its commands. New settings are a new engine.
 */
@Component(service = {ImageService.class, Quarantine.class, SourceWarming.class, EngineLoad.class, CommandList.class})
public final class EngineComponent implements ImageService, Quarantine, SourceWarming, EngineLoad, CommandList {

    private final Engine engine;
    private final Quarantine quarantine;
    private final List<String> formats;
    private final ServingListeners listeners = new ServingListeners();

    @Activate
    public EngineComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) InstalledCodecs codecs,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SourceAccess sources,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ReplyCache cache,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ErrorRenderer errors,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) EngineSettings settings,
            BundleContext context) {
        // Java decodes images and draws letters, too.
        Edition edition = BundleEdition.of(context.getBundle())
                .and(Edition.of(Runtime.version().toString()));
        InstantSource clock = InstantSource.system();
        FailedSources failed = new FailedSources(settings.quarantineEntries(), clock);
        quarantine = failed;
        formats = codecs.formats().all();
        engine = Engine.assemble(edition, settings, codecs, sources, cache, errors, failed, listeners, clock);
    }

    /** Levels may come and go; requests go on without. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLevels(SourceLevels levels) {
        engine.warmSources().use(levels);
    }

    void unbindLevels(SourceLevels levels) {
        engine.warmSources().unset(levels);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListener(ServingListener listener) {
        listeners.add(listener);
    }

    void unbindListener(ServingListener listener) {
        listeners.remove(listener);
    }

    @Override
    public LoadFigures load() {
        return engine.load();
    }

    @Override
    public List<CommandEntry> commands() {
        return CommandDescriptions.commands();
    }

    @Override
    public List<RequestTypeEntry> requestTypes() {
        return CommandDescriptions.requestTypes();
    }

    @Override
    public List<String> formats() {
        return formats;
    }

    @Override
    public WarmingFigures figures() {
        return engine.warmSources().figures();
    }

    @Override
    public int warm(Collection<CatalogRecord> records) {
        return engine.warm(records);
    }

    @Override
    public int purge(Collection<ReplySelection> which) {
        return engine.warmSources().purge(which);
    }

    @Override
    public Answer serve(Call call) {
        return engine.serve(call);
    }

    @Override
    public @Nullable Reply serveAtOnce(Call call) {
        return engine.serveAtOnce(call);
    }

    @Override
    public @Nullable Forward forwardAtOnce(Call call) {
        return engine.forwardAtOnce(call);
    }

    @Deactivate
    public void close() {
        engine.close();
    }

    @Override
    public List<QuarantinedSource> entries() {
        return quarantine.entries();
    }

    @Override
    public boolean release(String file) {
        return quarantine.release(file);
    }

    @Override
    public int releaseAll() {
        return quarantine.releaseAll();
    }
}
