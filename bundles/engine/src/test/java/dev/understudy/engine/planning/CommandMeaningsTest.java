package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.CompositeScope;
import dev.understudy.engine.command.Scope;
import dev.understudy.engine.command.Trait;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.ServeException;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the table says of commands in nested requests, under {@code layer=comp} and in effects, against what is planned. The values
 * are those of {@link CommandsInPlanKeyTest}, so a command that is new has to be given some there.
 */
class CommandMeaningsTest {

    private static final String EFFECT = "effect=-1&color=102030&opac=60";

    /** What has to stand before a command of layer 0 for its value to be used. */
    private static final Map<String, String> IN_LAYER_ZERO = Map.of(
            "text", "size=100,100&",
            "textPs", "size=100,100&",
            "textAttr", "size=100,100&text=a&",
            "textAngle", "size=100,100&textPs=a&",
            "textFlowPath", "size=100,100&textPs=a&",
            "textFlowXPath", "size=100,100&textPs=a&textFlowPath=M0,0L99,0,99,99&",
            "textPath", "size=100,100&textPs=a&",
            "pathAttr", "size=100,100&textPs=a&textPath=M0,0L9,9&");

    private final TestCatalogs catalogs = CommandsInPlanKeyTest.catalogs();

    private static Stream<Command<?>> working(Predicate<Command<?>> wanted) {
        return Commands.all().stream().<Command<?>>map(command -> command).filter(wanted);
    }

    static Stream<Command<?>> ignoredWhenNested() {
        return working(command -> command.is(Trait.IGNORED_WHEN_NESTED));
    }

    static Stream<Command<?>> ofImages() {
        return working(command ->
                command.scope() != Scope.REQUEST && command.scope() != Scope.EFFECT && isUsedWhenNested(command));
    }

    private static boolean isUsedWhenNested(Command<?> command) {
        return !command.is(Trait.IGNORED_WHEN_NESTED) && !command.is(Trait.NOT_IN_KEY);
    }

    static Stream<Command<?>> global() {
        return working(command -> command.scope().isGlobal() && command != Commands.LAYER);
    }

    static Stream<Command<?>> ofLayerZero() {
        return ofLayers(CompositeScope.LAYER_ZERO);
    }

    static Stream<Command<?>> ofTheComposite() {
        return Stream.concat(ofLayers(CompositeScope.COMPOSITE), ofLayers(CompositeScope.VIEW))
                .filter(command -> !command.is(Trait.NOT_IN_KEY));
    }

    static Stream<Command<?>> ignoredByTheComposite() {
        return ofLayers(CompositeScope.IGNORED);
    }

    private static Stream<Command<?>> ofLayers(CompositeScope scope) {
        return working(command -> !command.scope().isGlobal() && command.compositeScope() == scope);
    }

    static Stream<Command<?>> ignoredByEffects() {
        return Commands.all().stream().filter(Command::isIgnoredByEffects);
    }

    static Stream<Command<?>> ofEffects() {
        return working(command -> command.is(Trait.OF_EFFECTS));
    }

    private ImagePlan plan(String query) throws ServeException {
        return CommandsInPlanKeyTest.plan(query, catalogs);
    }

    private ImagePlan nested(String query) throws ServeException {
        return plan("src=is{gallery/bridge?" + query + "}");
    }

    private static List<String> queries(Command<?> command) {
        return CommandsInPlanKeyTest.values(command).queries(command);
    }

    /** The command with its second value, which is not what is done without it. */
    private static String said(Command<?> command) {
        return command.name() + "=" + CommandsInPlanKeyTest.values(command).second();
    }

    private static String before(Command<?> command) {
        return IN_LAYER_ZERO.getOrDefault(command.name(), "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ignoredWhenNested(Command<?> command) throws ServeException {
        for (String query : queries(command)) {
            assertEquals(nested(""), nested(query));
        }
    }

    /** All others that say something about pixels count in nested requests, too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ofImages")
    void usedWhenNested(Command<?> command) throws ServeException {
        List<String> queries = queries(command);
        assertNotEquals(nested(queries.get(0)), nested(queries.get(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("global")
    void meansTheSameInEveryLayer(Command<?> command) throws ServeException {
        CommandsInPlanKeyTest.SampleValues values = CommandsInPlanKeyTest.values(command);
        String layers = "layer=1&src=bridge&effect=1&color=102030&layer=comp&";
        ImagePlan plan = plan(layers + values.before() + said(command) + values.after());
        for (String place : List.of("layer=0", "layer=1", "layer=1&effect=1", "effect=5")) {
            String query = layers + values.before() + place + "&" + said(command) + "&layer=comp" + values.after();
            assertEquals(plan, plan(query), place);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ofLayerZero(Command<?> command) throws ServeException {
        String before = before(command);
        ImagePlan plan = plan(before + said(command));
        assertEquals(plan("layer=0&" + before + said(command)), plan);
        assertNotEquals(plan(before), plan);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ofTheComposite(Command<?> command) throws ServeException {
        String before = CommandsInPlanKeyTest.values(command).before();
        ImagePlan bare = plan(before);
        ImagePlan ofComposite = plan(before + said(command));
        assertEquals(bare.layers(), ofComposite.layers());
        assertNotEquals(bare.composite(), ofComposite.composite());
        ImagePlan bareLayer = plan("layer=0&" + before);
        ImagePlan ofLayer = plan("layer=0&" + before + said(command));
        assertNotEquals(bareLayer.layers(), ofLayer.layers());
        assertEquals(bareLayer.composite(), ofLayer.composite());
        assertEquals(ofComposite, plan("layer=0&layer=comp&" + before + said(command)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ignoredByTheComposite(Command<?> command) throws ServeException {
        assertEquals(plan(""), plan(said(command)));
        assertNotEquals(plan("layer=1&src=bridge"), plan("layer=1&src=bridge&" + said(command)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ignoredByEffects(Command<?> command) throws ServeException {
        String value = said(command);
        for (String place : List.of("", "layer=0&", "layer=1&src=bridge&")) {
            assertEquals(plan(place + EFFECT), plan(place + EFFECT + "&" + value), place);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ofEffects(Command<?> command) throws ServeException {
        for (String place : List.of("", "layer=0&", "layer=1&src=bridge&")) {
            ImagePlan bare = plan(place + EFFECT);
            assertNotEquals(bare, plan(place + EFFECT + "&" + said(command)), place);
        }
    }

    /** The lists of the pages on layer effects and on nested requests. */
    @Test
    void theTableHasWhatThePagesList() {
        assertEquals(
                Set.of("blendMode", "color", "maskUse", "op_blur", "op_grow", "op_noise", "opac", "pos"),
                names(Trait.OF_EFFECTS));
        Set<String> listed = Set.of("bgc", "fmt", "iccEmbed", "printRes", "qlt", "quantize", "req");
        Set<String> ofRepliesToo = Set.of("bfc", "network");
        assertEquals(
                Stream.of(listed, ofRepliesToo).flatMap(Set::stream).collect(Collectors.toSet()),
                names(Trait.IGNORED_WHEN_NESTED));
        assertTrue(ofLayerZero().count() > 10 && ofTheComposite().count() > 10);
    }

    /** What the commands' own pages say of layer=comp; all others are said to layer 0. */
    @Test
    void theTableHasWhatThePagesSayOfTheComposite() {
        assertEquals(
                Set.of(
                        "clipPath",
                        "clipXPath",
                        "cropPathE",
                        "flip",
                        "map",
                        "opac",
                        "op_blur",
                        "op_brightness",
                        "op_colorbalance",
                        "op_colorize",
                        "op_contrast",
                        "op_grow",
                        "op_hue",
                        "op_invert",
                        "op_noise",
                        "op_saturation"),
                names(CompositeScope.COMPOSITE));
        assertEquals(Set.of("op_sharpen", "op_usm", "op_usmR"), names(CompositeScope.VIEW));
        assertEquals(Set.of("blendMode", "pos"), names(CompositeScope.IGNORED));
    }

    private static Set<String> names(CompositeScope scope) {
        return names(command -> !command.scope().isGlobal() && command.compositeScope() == scope);
    }

    private static Set<String> names(Trait trait) {
        return names(command -> command.is(trait));
    }

    private static Set<String> names(Predicate<Command<?>> wanted) {
        return Commands.all().stream().filter(wanted).map(Command::name).collect(Collectors.toSet());
    }
}
