package dev.understudy.shell.osgi;

import dev.understudy.observe.Quarantine;
import dev.understudy.shell.command.OperatorCommand;
import dev.understudy.shell.command.QuarantineCommand;
import dev.understudy.shell.text.TimestampFormat;
import java.time.ZoneId;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code understudy:quarantine}. */
@Component(
        service = Function.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=" + OperatorCommand.SCOPE,
            CommandProcessor.COMMAND_FUNCTION + "=quarantine",
            ShellCommand.DESCRIPTION + "=The sources that are not tried again; releases them"
        })
public final class QuarantineCommandComponent extends ShellCommand {

    @Activate
    public QuarantineCommandComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) Quarantine quarantine) {
        super(new QuarantineCommand(quarantine, new TimestampFormat(ZoneId.systemDefault())));
    }
}
