import dev.steppe.analogue.*;
import dev.steppe.analysis.*;
import dev.steppe.evidence.*;
import dev.steppe.model.*;
import dev.steppe.nextukraine.*;
import dev.steppe.panel.*;
import dev.steppe.report.*;
import dev.steppe.revision.*;
import dev.steppe.scenario.*;
import dev.steppe.score.*;
import dev.steppe.sensitivity.*;
import dev.steppe.statistics.*;
import dev.steppe.table.*;
import dev.steppe.tipping.*;
import dev.steppe.uncertainty.*;
import dev.steppe.validation.*;
import dev.steppe.weights.*;
import java.time.LocalDate;
import static dev.steppe.model.Direction.*;

CountryProfile kazakhstan = NextUkraine.kazakhstan();
CountryProfile ukraine = NextUkraine.ukraine();
RiskModel paper = NextUkraine.model();
Scorer scorer = Scorer.of(paper);

/** Ten questions, and what to type for each. */
void help() {
    System.out.print("""
        Which of the two is riskier?         scorer.rank(kazakhstan, ukraine)
        Why this score?                      scorer.score(kazakhstan)
        What accounts for the difference?    scorer.compare(kazakhstan, ukraine)
        Where does a figure come from?       kazakhstan.readings("kin_share")
        What if a reading were another?      scorer.score(kazakhstan.withReading("domestic_unrest", 0)).value()
        What if trade counted three times?   Scorer.of(paper.withWeight("trade-dependence", 3)).rank(kazakhstan, ukraine)
        What do the paper's scenarios do?    ScenarioTable.of(scorer, List.of(kazakhstan), NextUkraine.whatIfs())
        How sure is the order?               NextUkraine.howSure()
        And all 14 states, on that day?      PostSovietStates.panel().ranking(LocalDate.of(2022, 2, 23))
        And my countries, from my file?      Dataset.readLongCsv(Path.of("examples/embedding/countries.csv"))

        A dot and the Tab key list what a result can be asked: scorer.compare(kazakhstan, ukraine).
        A model of your own is in examples/src/main/jshell/own-model.jsh; /exit leaves.
        """);
}

System.out.print("""
    kazakhstan and ukraine are defined as of 23 February 2022, with scorer and paper, the paper's model.
    Type scorer.compare(kazakhstan, ukraine) to begin with. A model of your own: Scorer.of(model).
    help() has ten questions and what to type for each; Tab completes and explains; /exit leaves.
    """);
