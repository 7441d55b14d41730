import { RuleField as RuleField_7ff2dcd31508aadfe17a2f89497f09f8 } from '../../../../src/plugins/review/admin/RuleField.tsx'
import { SubtypeField as SubtypeField_9c422039319c88745e4fd532a7b5b772 } from '../../../../src/plugins/review/admin/SubtypeField.tsx'
import { LimitField as LimitField_6c4b4c27c68fe933c27eef028e107b02 } from '../../../../src/plugins/review/admin/LimitField.tsx'
import { RuleLabel as RuleLabel_76620cc3ee10edb38eb6e8565a9d8f1b } from '../../../../src/plugins/review/admin/RuleLabel.tsx'
import { CallPreview as CallPreview_a0d7b1892af59009cf6c22c75988b084 } from '../../../../src/plugins/review/admin/CallPreview.tsx'
import { RoleField as RoleField_874fc5f8b33e890d6dbb5d3744ae13dd } from '../../../../src/admin/account/powers.tsx'
import { UnitField as UnitField_874fc5f8b33e890d6dbb5d3744ae13dd } from '../../../../src/admin/account/powers.tsx'
import { ActiveField as ActiveField_874fc5f8b33e890d6dbb5d3744ae13dd } from '../../../../src/admin/account/powers.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ProcessingCell as ProcessingCell_dec58e7541c6644adc265c0ac5766c20 } from '../../../../src/plugins/media-pipeline/admin/ProcessingCell.tsx'
import { ProcessingField as ProcessingField_6e9a787830054655e62324dbdb4ce08c } from '../../../../src/plugins/media-pipeline/admin/ProcessingField.tsx'
import { Nothing as Nothing_5ff9b7875ffcaad621276821f83143dc } from '../../../../src/admin/elements/Nothing.tsx'
import { ThemeField as ThemeField_9e681af50561bc21ff2e4891275f91b7 } from '../../../../src/plugins/review/admin/ThemeField.tsx'
import { AuthorLabel as AuthorLabel_31b721ee36a99d4df798289ce700cdc9 } from '../../../../src/plugins/review/admin/AuthorLabel.tsx'
import { ChoiceField as ChoiceField_6fec00353974617ad0e9a43ec66274d5 } from '../../../../src/admin/elements/ChoiceField.tsx'
import { Trail as Trail_3e10f1de107377b563dd04538c4579c0 } from '../../../../src/plugins/review/admin/Trail.tsx'
import { ReviewDesk as ReviewDesk_d301665d7593a8a9ce009d9c3ab9c646 } from '../../../../src/plugins/review/admin/ReviewDesk.tsx'
import { PlaceDefaults as PlaceDefaults_1c1b92c379cd984812603adf8ab910db } from '../../../../src/plugins/review/admin/PlaceDefaults.tsx'
import { StatusCell as StatusCell_3b8c98793d914e322a908c0a7b129233 } from '../../../../src/plugins/review/admin/StatusCell.tsx'
import { NumberCell as NumberCell_74dce948f378756fbb58faeb7d487662 } from '../../../../src/plugins/review/admin/NumberCell.tsx'
import { Likenesses as Likenesses_44d93f9ce110deb0a7428ff91dd9c8a2 } from '../../../../src/plugins/likeness/admin/Likenesses.tsx'
import { Safety as Safety_ad182dc9f98e26bfb02dad553d1046e4 } from '../../../../src/plugins/content-safety/admin/Safety.tsx'
import { StatusTabs as StatusTabs_3bd253b4760084dac17b678c881fd393 } from '../../../../src/plugins/review/admin/StatusTabs.tsx'
import { DurationField as DurationField_8425f5e464fdea9245c2538dc4e444d3 } from '../../../../src/plugins/review/admin/DurationField.tsx'
import { LogEntry as LogEntry_0f3ce70041703366612b7cad64255c46 } from '../../../../src/plugins/review/admin/LogEntry.tsx'
import { LogWordCell as LogWordCell_cca96937852fa5740ad9eb2a348a7c67 } from '../../../../src/plugins/review/admin/LogCells.tsx'
import { LogTitleCell as LogTitleCell_cca96937852fa5740ad9eb2a348a7c67 } from '../../../../src/plugins/review/admin/LogCells.tsx'
import { Keys as Keys_9249d0dcfa95e949023774c40621df82 } from '../../../../src/plugins/participation/admin/Keys.tsx'
import { Webhooks as Webhooks_b65737711057a34066294576bf2bde31 } from '../../../../src/plugins/notifications/admin/Webhooks.tsx'
import { CandidatesField as CandidatesField_cc352bc800c002b9fdb50e3bea40d752 } from '../../../../src/plugins/voting/admin/ChoiceField.tsx'
import { ChoiceCell as ChoiceCell_6f2853d128f1f850d6fcc4acc4ff67c6 } from '../../../../src/plugins/voting/admin/ChoiceCell.tsx'
import { PeriodField as PeriodField_cc352bc800c002b9fdb50e3bea40d752 } from '../../../../src/plugins/voting/admin/ChoiceField.tsx'
import { CountsField as CountsField_cc352bc800c002b9fdb50e3bea40d752 } from '../../../../src/plugins/voting/admin/ChoiceField.tsx'
import { VotersField as VotersField_cc352bc800c002b9fdb50e3bea40d752 } from '../../../../src/plugins/voting/admin/ChoiceField.tsx'
import { LiveRound as LiveRound_35609dd979a040819505f9d2023cfc41 } from '../../../../src/plugins/voting/admin/LiveRound.tsx'
import { RoundDesk as RoundDesk_7c0bd749845b14b88b3991c6d4834e95 } from '../../../../src/plugins/voting/admin/RoundDesk.tsx'
import { StateCell as StateCell_00c18f0ae6e8f3b7a380f956ebeedc59 } from '../../../../src/plugins/voting/admin/StateCell.tsx'
import { ClassCell as ClassCell_c56001b92ee94e769494550f60ec59db } from '../../../../src/plugins/voting/admin/cases/ClassField.tsx'
import { ClassField as ClassField_c56001b92ee94e769494550f60ec59db } from '../../../../src/plugins/voting/admin/cases/ClassField.tsx'
import { QueryField as QueryField_009ce1e8cd3187d360eda7692ae9ae5b } from '../../../../src/plugins/voting/admin/cases/QueryField.tsx'
import { CaseDesk as CaseDesk_b71dc614ea370b846ba3c84ca408da91 } from '../../../../src/plugins/voting/admin/cases/CaseDesk.tsx'
import { CaseStateCell as CaseStateCell_6ade6e12c54ad6860b6a9437b61fa1c0 } from '../../../../src/plugins/voting/admin/cases/CaseState.tsx'
import { CaseStateField as CaseStateField_6ade6e12c54ad6860b6a9437b61fa1c0 } from '../../../../src/plugins/voting/admin/cases/CaseState.tsx'
import { ChoiceCell as ChoiceCell_bb0f40dbf4815db6e38841c9b9d66c34 } from '../../../../src/plugins/judging/admin/ChoiceCell.tsx'
import { Overview as Overview_e7784f7ea3b75cb203399adf78082600 } from '../../../../src/plugins/judging/admin/Overview.tsx'
import { RankingDesk as RankingDesk_4fad707171b155295806a3a7f285c6aa } from '../../../../src/plugins/judging/admin/RankingDesk.tsx'
import { RoundDesk as RoundDesk_351b737ffd827a90e10f9e72532860c1 } from '../../../../src/plugins/judging/admin/RoundDesk.tsx'
import { StateCell as StateCell_80a4368b58c9c3328e03be2cac2e0ee1 } from '../../../../src/plugins/judging/admin/StateCell.tsx'
import { ResultDesk as ResultDesk_46ad6fcee1bb65ec7e1ae480dcc54b51 } from '../../../../src/plugins/results/admin/ResultDesk.tsx'
import { ResultStateCell as ResultStateCell_3b76cbb7b2cbaf947924c34d953942fc } from '../../../../src/plugins/results/admin/StateCell.tsx'
import { CertificateDesk as CertificateDesk_53d1891da2bf19db78a95b982353d4d4 } from '../../../../src/plugins/certificates/admin/CertificateDesk.tsx'
import { ObjectionDesk as ObjectionDesk_5fb02b53e1eac05daa446e2357348394 } from '../../../../src/plugins/results/admin/ObjectionDesk.tsx'
import { ObjectionStateCell as ObjectionStateCell_3b76cbb7b2cbaf947924c34d953942fc } from '../../../../src/plugins/results/admin/StateCell.tsx'
import { DueCell as DueCell_ffeb03e17f54b80ac5f7813105f51c41 } from '../../../../src/plugins/results/admin/DueCell.tsx'
import { Specimen as Specimen_df534ed97a8239926b574feb6e47aec1 } from '../../../../src/plugins/certificates/admin/Specimen.tsx'
import { OrientationField as OrientationField_9bf977e3905808e9479624a00f27b6c8 } from '../../../../src/plugins/certificates/admin/ChoiceField.tsx'
import { NamingField as NamingField_9bf977e3905808e9479624a00f27b6c8 } from '../../../../src/plugins/certificates/admin/ChoiceField.tsx'
import { TemplatePreview as TemplatePreview_438333d4590e6abcbbfb486ed847bb70 } from '../../../../src/plugins/notifications/admin/TemplatePreview.tsx'
import { NoticeDesk as NoticeDesk_fb32c271dee01ccd0726c2a0c0b9a5ff } from '../../../../src/plugins/notifications/admin/NoticeDesk.tsx'
import { Nav as Nav_15878575dd0fe9ee8d8aa141a1ba4a59 } from '../../../../src/admin/nav/Nav.tsx'
import { Icon as Icon_5eddd781ceb78812efb2dcc0cec36920 } from '../../../../src/admin/brand/Icon.tsx'
import { Logo as Logo_2e763df44b42c422bacb8a7fd68ccf87 } from '../../../../src/admin/brand/Logo.tsx'
import { LoginLead as LoginLead_aa1286b66dd90b52a8bdbcc8c9983af8 } from '../../../../src/admin/brand/LoginLead.tsx'
import { Dashboard as Dashboard_bfcc977efa0be7d8a0df028c625b41ee } from '../../../../src/admin/dashboard/Dashboard.tsx'
import { JudgingView as JudgingView_04b3eee62f1e9656affeed2672897ba8 } from '../../../../src/plugins/judging/screen/JudgingView.tsx'
import { UnitView as UnitView_616f7df8588be001fa38b13843a2688c } from '../../../../src/plugins/results/unit-screen/UnitView.tsx'
import { UnitView as UnitView_0a8957fcecbfdd34ef7c2fb19b6c6de9 } from '../../../../src/plugins/certificates/unit-screen/UnitView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/plugins/review/admin/RuleField.tsx#RuleField": RuleField_7ff2dcd31508aadfe17a2f89497f09f8,
  "/src/plugins/review/admin/SubtypeField.tsx#SubtypeField": SubtypeField_9c422039319c88745e4fd532a7b5b772,
  "/src/plugins/review/admin/LimitField.tsx#LimitField": LimitField_6c4b4c27c68fe933c27eef028e107b02,
  "/src/plugins/review/admin/RuleLabel.tsx#RuleLabel": RuleLabel_76620cc3ee10edb38eb6e8565a9d8f1b,
  "/src/plugins/review/admin/CallPreview.tsx#CallPreview": CallPreview_a0d7b1892af59009cf6c22c75988b084,
  "/src/admin/account/powers.tsx#RoleField": RoleField_874fc5f8b33e890d6dbb5d3744ae13dd,
  "/src/admin/account/powers.tsx#UnitField": UnitField_874fc5f8b33e890d6dbb5d3744ae13dd,
  "/src/admin/account/powers.tsx#ActiveField": ActiveField_874fc5f8b33e890d6dbb5d3744ae13dd,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/plugins/media-pipeline/admin/ProcessingCell.tsx#ProcessingCell": ProcessingCell_dec58e7541c6644adc265c0ac5766c20,
  "/src/plugins/media-pipeline/admin/ProcessingField.tsx#ProcessingField": ProcessingField_6e9a787830054655e62324dbdb4ce08c,
  "/src/admin/elements/Nothing.tsx#Nothing": Nothing_5ff9b7875ffcaad621276821f83143dc,
  "/src/plugins/review/admin/ThemeField.tsx#ThemeField": ThemeField_9e681af50561bc21ff2e4891275f91b7,
  "/src/plugins/review/admin/AuthorLabel.tsx#AuthorLabel": AuthorLabel_31b721ee36a99d4df798289ce700cdc9,
  "/src/admin/elements/ChoiceField.tsx#ChoiceField": ChoiceField_6fec00353974617ad0e9a43ec66274d5,
  "/src/plugins/review/admin/Trail.tsx#Trail": Trail_3e10f1de107377b563dd04538c4579c0,
  "/src/plugins/review/admin/ReviewDesk.tsx#ReviewDesk": ReviewDesk_d301665d7593a8a9ce009d9c3ab9c646,
  "/src/plugins/review/admin/PlaceDefaults.tsx#PlaceDefaults": PlaceDefaults_1c1b92c379cd984812603adf8ab910db,
  "/src/plugins/review/admin/StatusCell.tsx#StatusCell": StatusCell_3b8c98793d914e322a908c0a7b129233,
  "/src/plugins/review/admin/NumberCell.tsx#NumberCell": NumberCell_74dce948f378756fbb58faeb7d487662,
  "/src/plugins/likeness/admin/Likenesses.tsx#Likenesses": Likenesses_44d93f9ce110deb0a7428ff91dd9c8a2,
  "/src/plugins/content-safety/admin/Safety.tsx#Safety": Safety_ad182dc9f98e26bfb02dad553d1046e4,
  "/src/plugins/review/admin/StatusTabs.tsx#StatusTabs": StatusTabs_3bd253b4760084dac17b678c881fd393,
  "/src/plugins/review/admin/DurationField.tsx#DurationField": DurationField_8425f5e464fdea9245c2538dc4e444d3,
  "/src/plugins/review/admin/LogEntry.tsx#LogEntry": LogEntry_0f3ce70041703366612b7cad64255c46,
  "/src/plugins/review/admin/LogCells.tsx#LogWordCell": LogWordCell_cca96937852fa5740ad9eb2a348a7c67,
  "/src/plugins/review/admin/LogCells.tsx#LogTitleCell": LogTitleCell_cca96937852fa5740ad9eb2a348a7c67,
  "/src/plugins/participation/admin/Keys.tsx#Keys": Keys_9249d0dcfa95e949023774c40621df82,
  "/src/plugins/notifications/admin/Webhooks.tsx#Webhooks": Webhooks_b65737711057a34066294576bf2bde31,
  "/src/plugins/voting/admin/ChoiceField.tsx#CandidatesField": CandidatesField_cc352bc800c002b9fdb50e3bea40d752,
  "/src/plugins/voting/admin/ChoiceCell.tsx#ChoiceCell": ChoiceCell_6f2853d128f1f850d6fcc4acc4ff67c6,
  "/src/plugins/voting/admin/ChoiceField.tsx#PeriodField": PeriodField_cc352bc800c002b9fdb50e3bea40d752,
  "/src/plugins/voting/admin/ChoiceField.tsx#CountsField": CountsField_cc352bc800c002b9fdb50e3bea40d752,
  "/src/plugins/voting/admin/ChoiceField.tsx#VotersField": VotersField_cc352bc800c002b9fdb50e3bea40d752,
  "/src/plugins/voting/admin/LiveRound.tsx#LiveRound": LiveRound_35609dd979a040819505f9d2023cfc41,
  "/src/plugins/voting/admin/RoundDesk.tsx#RoundDesk": RoundDesk_7c0bd749845b14b88b3991c6d4834e95,
  "/src/plugins/voting/admin/StateCell.tsx#StateCell": StateCell_00c18f0ae6e8f3b7a380f956ebeedc59,
  "/src/plugins/voting/admin/cases/ClassField.tsx#ClassCell": ClassCell_c56001b92ee94e769494550f60ec59db,
  "/src/plugins/voting/admin/cases/ClassField.tsx#ClassField": ClassField_c56001b92ee94e769494550f60ec59db,
  "/src/plugins/voting/admin/cases/QueryField.tsx#QueryField": QueryField_009ce1e8cd3187d360eda7692ae9ae5b,
  "/src/plugins/voting/admin/cases/CaseDesk.tsx#CaseDesk": CaseDesk_b71dc614ea370b846ba3c84ca408da91,
  "/src/plugins/voting/admin/cases/CaseState.tsx#CaseStateCell": CaseStateCell_6ade6e12c54ad6860b6a9437b61fa1c0,
  "/src/plugins/voting/admin/cases/CaseState.tsx#CaseStateField": CaseStateField_6ade6e12c54ad6860b6a9437b61fa1c0,
  "/src/plugins/judging/admin/ChoiceCell.tsx#ChoiceCell": ChoiceCell_bb0f40dbf4815db6e38841c9b9d66c34,
  "/src/plugins/judging/admin/Overview.tsx#Overview": Overview_e7784f7ea3b75cb203399adf78082600,
  "/src/plugins/judging/admin/RankingDesk.tsx#RankingDesk": RankingDesk_4fad707171b155295806a3a7f285c6aa,
  "/src/plugins/judging/admin/RoundDesk.tsx#RoundDesk": RoundDesk_351b737ffd827a90e10f9e72532860c1,
  "/src/plugins/judging/admin/StateCell.tsx#StateCell": StateCell_80a4368b58c9c3328e03be2cac2e0ee1,
  "/src/plugins/results/admin/ResultDesk.tsx#ResultDesk": ResultDesk_46ad6fcee1bb65ec7e1ae480dcc54b51,
  "/src/plugins/results/admin/StateCell.tsx#ResultStateCell": ResultStateCell_3b76cbb7b2cbaf947924c34d953942fc,
  "/src/plugins/certificates/admin/CertificateDesk.tsx#CertificateDesk": CertificateDesk_53d1891da2bf19db78a95b982353d4d4,
  "/src/plugins/results/admin/ObjectionDesk.tsx#ObjectionDesk": ObjectionDesk_5fb02b53e1eac05daa446e2357348394,
  "/src/plugins/results/admin/StateCell.tsx#ObjectionStateCell": ObjectionStateCell_3b76cbb7b2cbaf947924c34d953942fc,
  "/src/plugins/results/admin/DueCell.tsx#DueCell": DueCell_ffeb03e17f54b80ac5f7813105f51c41,
  "/src/plugins/certificates/admin/Specimen.tsx#Specimen": Specimen_df534ed97a8239926b574feb6e47aec1,
  "/src/plugins/certificates/admin/ChoiceField.tsx#OrientationField": OrientationField_9bf977e3905808e9479624a00f27b6c8,
  "/src/plugins/certificates/admin/ChoiceField.tsx#NamingField": NamingField_9bf977e3905808e9479624a00f27b6c8,
  "/src/plugins/notifications/admin/TemplatePreview.tsx#TemplatePreview": TemplatePreview_438333d4590e6abcbbfb486ed847bb70,
  "/src/plugins/notifications/admin/NoticeDesk.tsx#NoticeDesk": NoticeDesk_fb32c271dee01ccd0726c2a0c0b9a5ff,
  "/src/admin/nav/Nav.tsx#Nav": Nav_15878575dd0fe9ee8d8aa141a1ba4a59,
  "/src/admin/brand/Icon.tsx#Icon": Icon_5eddd781ceb78812efb2dcc0cec36920,
  "/src/admin/brand/Logo.tsx#Logo": Logo_2e763df44b42c422bacb8a7fd68ccf87,
  "/src/admin/brand/LoginLead.tsx#LoginLead": LoginLead_aa1286b66dd90b52a8bdbcc8c9983af8,
  "/src/admin/dashboard/Dashboard.tsx#Dashboard": Dashboard_bfcc977efa0be7d8a0df028c625b41ee,
  "/src/plugins/judging/screen/JudgingView.tsx#JudgingView": JudgingView_04b3eee62f1e9656affeed2672897ba8,
  "/src/plugins/results/unit-screen/UnitView.tsx#UnitView": UnitView_616f7df8588be001fa38b13843a2688c,
  "/src/plugins/certificates/unit-screen/UnitView.tsx#UnitView": UnitView_0a8957fcecbfdd34ef7c2fb19b6c6de9,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
