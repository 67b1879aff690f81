package dev.understudy.itest.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.IiifValidator;
import dev.understudy.itest.container.IiifValidator.ProgramOutcome;
import dev.understudy.itest.container.NodeModules;
import dev.understudy.itest.container.ToolPath;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The public validator of the IIIF Image API, on an image of the squares that it looks for. */
class IiifValidatorIT {

    @RegisterExtension
    static final Container FELIX = Container.felix();

    private static final String NAME = "squares-of-color.png";

    @Test
    void everyTestOfLevelTwoPasses() throws Exception {
        Path folder = Build.scratch().resolve("iiif-validator");
        IiifValidator validator = ToolPath.orSkip(
                IiifValidator.install(folder),
                "IiifValidatorIT",
                "the validator cannot be had: pip does not install iiif-validator (it needs python3 with venv, and libmagic), and"
                        + " IIIF_VALIDATOR names no folder with its sources");
        NodeModules.copy("/clients/squares.py", folder);
        Path image = FELIX.server().setup().images().resolve("shop").resolve(NAME);
        ProgramOutcome drawn = validator.run(folder, "squares.py", image.toString());
        assertEquals(0, drawn.exit(), drawn::output);
        ProgramOutcome validated = validator.run(
                folder,
                validator.script().toString(),
                "-s",
                "127.0.0.1:" + FELIX.server().setup().port(),
                "-p",
                "iiif/3",
                "-i",
                "shop%2F" + NAME,
                "--version=3.0",
                "--level=2",
                "-v");
        assertTrue(validated.output().contains("Done (33 tests, 0 failures)"), validated::output);
        assertEquals(0, validated.exit(), validated::output);
    }
}
