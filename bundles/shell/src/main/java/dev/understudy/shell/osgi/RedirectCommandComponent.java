package dev.understudy.shell.osgi;

import dev.understudy.observe.Secondaries;
import dev.understudy.shell.command.OperatorCommand;
import dev.understudy.shell.command.RedirectCommand;
import dev.understudy.shell.text.TimestampFormat;
import java.time.ZoneId;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code understudy:redirect}. */
@Component(
        service = Function.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=" + OperatorCommand.SCOPE,
            CommandProcessor.COMMAND_FUNCTION + "=redirect",
            ShellCommand.DESCRIPTION + "=The secondary servers and the requests forwarded to them; has them asked again"
        })
public final class RedirectCommandComponent extends ShellCommand {

    @Activate
    public RedirectCommandComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) Secondaries secondaries) {
        super(new RedirectCommand(secondaries, new TimestampFormat(ZoneId.systemDefault())));
    }
}
