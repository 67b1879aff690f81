package dev.understudy.shell.osgi;

import dev.understudy.catalog.CatalogService;
import dev.understudy.observe.Secondaries;
import dev.understudy.serve.ImageService;
import dev.understudy.shell.command.ExplainCommand;
import dev.understudy.shell.command.OperatorCommand;
import java.time.InstantSource;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code understudy:explain}. */
@Component(
        service = Function.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=" + OperatorCommand.SCOPE,
            CommandProcessor.COMMAND_FUNCTION + "=explain",
            ShellCommand.DESCRIPTION + "=How a request is understood and what would stand in for it"
        })
public final class ExplainCommandComponent extends ShellCommand {

    private final ExplainCommand command;

    @Activate
    public ExplainCommandComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ImageService images,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs) {
        this(new ExplainCommand(images, catalogs, InstantSource.system()));
    }

    private ExplainCommandComponent(ExplainCommand command) {
        super(command);
        this.command = command;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSecondaries(Secondaries secondaries) {
        command.secondaries().use(secondaries);
    }

    void unbindSecondaries(Secondaries secondaries) {
        command.secondaries().unset(secondaries);
    }
}
