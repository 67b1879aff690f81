package dev.understudy.shell.osgi;

import dev.understudy.observe.CacheCluster;
import dev.understudy.shell.command.ClusterCommand;
import dev.understudy.shell.command.OperatorCommand;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code understudy:cluster}. */
@Component(
        service = Function.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=" + OperatorCommand.SCOPE,
            CommandProcessor.COMMAND_FUNCTION + "=cluster",
            ShellCommand.DESCRIPTION + "=Which servers share replies, and what comes of it"
        })
public final class ClusterCommandComponent extends ShellCommand {

    private final ClusterCommand command;

    @Activate
    public ClusterCommandComponent() {
        this(new ClusterCommand());
    }

    private ClusterCommandComponent(ClusterCommand command) {
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
