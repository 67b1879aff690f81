package dev.understudy.shell.osgi;

import dev.understudy.catalog.CatalogService;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.SourceWarming;
import dev.understudy.shell.command.CacheCommand;
import dev.understudy.shell.command.OperatorCommand;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code understudy:cache}. */
@Component(
        service = Function.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=" + OperatorCommand.SCOPE,
            CommandProcessor.COMMAND_FUNCTION + "=cache",
            ShellCommand.DESCRIPTION + "=How full the response cache is; forgets replies"
        })
public final class CacheCommandComponent extends ShellCommand {

    private final CacheCommand command;

    @Activate
    public CacheCommandComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CachedReplies replies,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SourceWarming warming,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs) {
        this(new CacheCommand(replies, warming, catalogs));
    }

    private CacheCommandComponent(CacheCommand command) {
        super(command);
        this.command = command;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCluster(CacheCluster cluster) {
        command.cluster().use(cluster);
    }

    void unbindCluster(CacheCluster cluster) {
        command.cluster().unset(cluster);
    }
}
