"""Solves an MPS file with HiGHS or SCIP and prints one line of JSON: objective, bound, claimed.

The file minimises; the figures are turned back to points. Without a file it says whether the solver is there.
"""

import json
import math
import sys


def answer(objective, bound, claimed):
    whole = None if objective is None else round(-objective)
    limit = None if bound is None or math.isinf(bound) else math.floor(-bound + 1e-6)
    print(json.dumps({"objective": whole, "bound": limit, "claimed": claimed}), flush=True)


def with_highs(path, seconds):
    import highspy

    if path is None:
        return
    model = highspy.Highs()
    options = {
        "output_flag": False,
        "threads": 1,
        "time_limit": seconds,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.999,
    }
    for name, value in options.items():
        model.setOptionValue(name, value)
    model.readModel(path)
    model.run()
    info = model.getInfo()
    found = info.primal_solution_status == 2
    optimal = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    answer(info.objective_function_value if found else None, info.mip_dual_bound, optimal)


def with_scip(path, seconds):
    import pyscipopt

    if path is None:
        return
    model = pyscipopt.Model()
    model.hideOutput()
    model.readProblem(path)
    model.setParam("limits/time", seconds)
    model.setParam("limits/gap", 0.0)
    model.setParam("limits/absgap", 0.999)
    model.setParam("lp/threads", 1)
    model.optimize()
    found = model.getNSols() > 0
    status = model.getStatus()
    answer(
        model.getObjVal() if found else None,
        model.getDualbound(),
        status in ("optimal", "gaplimit"),
    )


def main():
    solve = {"highs": with_highs, "scip": with_scip}[sys.argv[1]]
    if len(sys.argv) < 4:
        solve(None, None)
        print("ready")
        return
    solve(sys.argv[2], float(sys.argv[3]))


main()
