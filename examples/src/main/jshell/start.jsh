import dev.steppe.analogue.*;
import dev.steppe.evidence.*;
import dev.steppe.model.*;
import dev.steppe.nextukraine.*;
import dev.steppe.panel.*;
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
RiskModel model = NextUkraine.model();
Scorer scorer = NextUkraine.scorer();

/** Prints in full what JShell would cut in the middle. */
void show(Object result) {
    System.out.println(result);
}
