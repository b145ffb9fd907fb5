package dev.faultline.graph.type;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CiTypesTest {
    private static CiTypes types(String yaml) {
        return CiTypes.of(CiTypeText.fromYaml("test.yaml", yaml));
    }

    @Test
    void aChildHasItsOwnAttributesAndThoseOfItsAncestors() {
        var types = types("""
                types:
                  - {name: Device, abstract: true, attributes: [{name: serial}], identification: [[serial]]}
                  - {name: Server, parent: Device, attributes: [{name: cores, type: integer}], identification: [[name]]}
                """);
        assertThat(types.attributes("Server")).containsOnlyKeys("serial", "cores");
        assertThat(types.labels("Server")).containsExactly("Server", "Device");
        assertThat(types.identification("Server")).extracting(CiTypes.DeclaredRule::type).containsExactly("Server", "Device");
        assertThat(types.isA("Server", "Device")).isTrue();
        assertThat(types.isA("Device", "Server")).isFalse();
        assertThat(types.descendants("Device")).containsExactlyInAnyOrder("Device", "Server");
    }

    @Test
    void aRelationMayLeadToTypesThatInheritFromItsTarget() {
        var types = types("""
                types:
                  - {name: Device, relations: [{name: CONNECTED_TO, to: [Device]}]}
                  - {name: Server, parent: Device}
                  - {name: Room}
                """);
        assertThat(types.allows("Server", "CONNECTED_TO", "Server")).isTrue();
        assertThat(types.allows("Server", "CONNECTED_TO", "Room")).isFalse();
        assertThat(types.allows("Room", "CONNECTED_TO", "Device")).isFalse();
    }

    @Test
    void everyProblemOfACatalogueIsASentence() {
        assertThatThrownBy(() -> types("types: [{name: A, parent: B}]"))
                .hasMessage("CI type A has the parent B, expected a CI type that exists");
        assertThatThrownBy(() -> types("types: [{name: A, parent: B}, {name: B, parent: A}]"))
                .hasMessageContaining("CI type A inherits from itself");
        assertThatThrownBy(() -> types("types: [{name: A, attributes: [{name: x}, {name: x}]}]"))
                .hasMessage("CI type A has the attribute x twice, expected once");
        assertThatThrownBy(() -> types("types: [{name: A, relations: [{name: RUNS_ON, to: [Nowhere]}]}]"))
                .hasMessage("relation RUNS_ON of CI type A leads to Nowhere, expected a CI type that exists");
        assertThatThrownBy(() -> types("types: [{name: A, identification: [[colour]]}]"))
                .hasMessage("CI type A is identified by colour, expected one of its attributes");
        assertThatThrownBy(() -> types("types: [{name: A, attributes: [{name: validFrom}]}]"))
                .hasMessageContaining("attribute validFrom of CI type A cannot be called so");
        assertThatThrownBy(() -> types("types: [{name: Claim}]")).hasMessageContaining("CI type name \"Claim\" cannot be used");
        assertThatThrownBy(() -> types("types: [{name: A}, {name: A}]")).hasMessage("CI type A is defined twice, expected once");
    }

    @Test
    void aDefinitionThatCannotBeReadNamesThePlace() {
        assertThatThrownBy(() -> types("types: [{name: A, colour: red}]"))
                .hasMessageStartingWith("CI type A in test.yaml has the key colour, expected one of abstract, attributes");
        assertThatThrownBy(() -> types("types: [{name: A, attributes: [{name: x, type: number}]}]"))
                .hasMessageContaining("attribute x of CI type A in test.yaml has the type number, expected one of text, integer");
        assertThatThrownBy(() -> types("types: [{name: A, attributes: [{name: x, pattern: '['}]}]"))
                .hasMessageContaining("attribute x of CI type A in test.yaml has an impossible rule");
        assertThatThrownBy(() -> types("types: [{name: A, abstract: maybe}]")).hasMessageContaining("expected true or false");
        assertThatThrownBy(() -> types("{{")).hasMessageStartingWith("test.yaml cannot be read");
    }

    @Test
    void aChangedTypeIsCheckedAgainstTheOthers() {
        var types = types("types: [{name: A}, {name: B, parent: A}]");
        var cycle = CiTypeText.fromJson("request", "{\"name\": \"A\", \"parent\": \"B\"}").getFirst();
        assertThatThrownBy(() -> types.with(cycle)).isInstanceOf(InvalidCiTypes.class);
        assertThat(types.get("A").parent()).isNull();
    }

    @Test
    void theShippedTypesFitTogetherAndSurviveStorage() {
        var shipped = ShippedCiTypes.load();
        for (var type : shipped.all()) {
            assertThat(CiTypeText.fromJson("stored", CiTypeText.toJson(type))).isEqualTo(List.of(type));
        }
        assertThat(shipped.labels("MysqlInstance")).containsExactly("MysqlInstance", "DatabaseInstance", "SoftwareInstance");
    }

    @Test
    void everyShippedTypeThatCanHaveCisIsIdentifiedByItsValues() {
        var shipped = ShippedCiTypes.load();
        assertThat(shipped.all()).filteredOn(type -> !type.isAbstract())
                .allSatisfy(type -> assertThat(shipped.identification(type.name())).as(type.name()).isNotEmpty());
    }
}
