package dev.fortnight.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleRulesTest {

  private static final RoleRules RULES =
      RoleRules.of(
          List.of("team:council/research", "claim:groups=staff"),
          List.of(" login:Ben ", "claim:roles=Review"),
          List.of("login:ada"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "ada  | ''               | ''     | ''     | OWNER",
        "ADA  | council/research | staff  | ''     | OWNER",
        "ben  | ''               | ''     | ''     | REVIEWER",
        "cy   | Council/Research | ''     | ''     | READER",
        "cy   | council/other    | ''     | ''     | none",
        "cy   | ''               | staff  | Review | REVIEWER",
        "cy   | ''               | ''     | review | none",
        "eve  | ''               | login:ada | ''  | none",
        "''   | ''               | ''     | ''     | none"
      })
  void theHighestRoleOfAllRulesCounts(
      String login, String team, String group, String roles, Role role) {
    Set<String> grants =
        RULES.grants(login, Set.of(team), Map.of("groups", Set.of(group), "roles", Set.of(roles)));

    assertThat(RULES.role(grants).orElse(null)).isEqualTo(role);
  }

  @Test
  void aRuleThatIsGoneGivesNothing() {
    Set<String> grants = RULES.grants("ada", Set.of(), Map.of());

    assertThat(RoleRules.of(List.of(), List.of(), List.of("login:ben")).role(grants)).isEmpty();
  }

  @Test
  void onlyWhatRulesSpeakOfIsKeptOfSomebody() {
    assertThat(
            RULES.grants(
                "cy",
                Set.of("council/research", "council/secret"),
                Map.of("groups", Set.of("union"))))
        .containsExactly("team:council/research");
    assertThat(RULES.teams()).containsExactly("council/research");
    assertThat(RULES.claims()).containsExactlyInAnyOrder("groups", "roles");
  }

  @ParameterizedTest
  @CsvSource({
    "READER,READER,true",
    "READER,REVIEWER,false",
    "REVIEWER,OWNER,false",
    "OWNER,READER,true"
  })
  void eachRoleMayWhatThoseBeforeItMay(Role role, Role needed, boolean may) {
    assertThat(role.mayActAs(needed)).isEqualTo(may);
  }
}
